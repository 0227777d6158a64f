package diundashboard.platform.config;

import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * Files of the SQLite driver. The DataSource and the driver read these settings; the application
 * only names the files in messages.
 *
 * @param file the database file in {@code DIUN_SQLITE_FILE}
 * @param libraryFolder the folder into which the driver unpacks its native library
 */
public record SqliteSettings(Optional<String> file, String libraryFolder) {

  static SqliteSettings read(Config config) {
    var folder =
        config
            .getOptionalValue("org.sqlite.tmpdir", String.class)
            .or(() -> config.getOptionalValue("java.io.tmpdir", String.class));
    return new SqliteSettings(
        config.getOptionalValue("diun.sqlite.file", String.class), folder.orElse("/tmp"));
  }
}
