package diundashboard.system.browser;

import com.microsoft.playwright.Browser;
import diundashboard.system.AppServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** One application and one browser for all tests of the page: both take their time to start. */
final class Site {

  private static final AppServer SERVER = AppServer.start(emptyDirectory(), Map.of());

  private static final Browser BROWSER = Chromium.launch(Chromium.playwright());

  private Site() {}

  static Browser browser() {
    return BROWSER;
  }

  /** Where the page is; ends with a slash. */
  static URI uri() {
    return SERVER.uri();
  }

  private static Path emptyDirectory() {
    try {
      return Files.createTempDirectory(Path.of("target").toAbsolutePath(), "browser-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
