package diundashboard.system.browser;

import com.microsoft.playwright.Browser;
import diundashboard.system.AppServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** One application and one browser for all tests of the page: both take their time to start. */
final class Site {

  /** {@code -Dsite=http://127.0.0.1:8080/} names a running application to test instead. */
  private static final URI URI_OF_PAGE =
      Optional.ofNullable(System.getProperty("site"))
          .map(URI::create)
          .orElseGet(() -> AppServer.start(emptyDirectory(), Map.of()).uri());

  private static final Browser BROWSER = Chromium.launch(Chromium.playwright());

  private Site() {}

  static Browser browser() {
    return BROWSER;
  }

  /** Where the page is; ends with a slash. */
  static URI uri() {
    return URI_OF_PAGE;
  }

  private static Path emptyDirectory() {
    try {
      return Files.createTempDirectory(Path.of("target").toAbsolutePath(), "browser-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
