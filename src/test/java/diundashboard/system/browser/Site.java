package diundashboard.system.browser;

import diundashboard.system.AppServer;
import diundashboard.system.Rows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/** The application that all tests of the page share, because it starts slowly. */
final class Site {

  /** {@code -Dsite=http://127.0.0.1:8080/} names a running application to test instead. */
  private static final Optional<URI> RUNNING =
      Optional.ofNullable(System.getProperty("site")).map(URI::create);

  private static final AppServer SERVER =
      RUNNING.isPresent() ? null : AppServer.start(emptyDirectory(), Map.of());

  private Site() {}

  /** The address of the page, with a trailing slash. */
  static URI uri() {
    return RUNNING.orElseGet(() -> SERVER.uri());
  }

  /** Deletes all data, or what a running application lets its users delete. */
  static void empty() {
    if (RUNNING.isPresent()) {
      new Backend(uri()).reset();
      return;
    }
    try (var connection = Rows.connect(SERVER)) {
      Rows.delete(connection);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path emptyDirectory() {
    try {
      return Files.createTempDirectory(Path.of("target").toAbsolutePath(), "browser-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
