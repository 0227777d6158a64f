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

/** The application and the browser that all tests of the page share, because both start slowly. */
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

  /** The address of the page, with a trailing slash. */
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
