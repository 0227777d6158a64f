package diundashboard.platform.database;

import diundashboard.platform.config.SqliteSettings;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The file behind the SQLite DataSource, for messages about it.
 *
 * @param path absolute; empty if {@code DIUN_SQLITE_FILE} is not set
 */
record SqliteFile(Optional<Path> path) {

  /**
   * In the first page of a bbolt file, after the header of the page: bbolt's {@code meta.magic}.
   */
  private static final int BOLT_MAGIC = 0xED0CDAED;

  private static final int BOLT_MAGIC_OFFSET = 16;

  static SqliteFile of(SqliteSettings settings) {
    return new SqliteFile(settings.file().map(file -> Path.of(file).toAbsolutePath().normalize()));
  }

  /** Explains why the file cannot be used, or empty if the failure has another cause. */
  Optional<String> explain(SQLException failure) {
    return SqliteFault.of(failure)
        .map(
            fault ->
                switch (fault) {
                  case NOT_OPENED -> withoutFolder().orElseGet(() -> sentence(fault, failure));
                  case NOT_SQLITE -> ofDiun().orElseGet(() -> sentence(fault, failure));
                  default -> sentence(fault, failure);
                });
  }

  private String sentence(SqliteFault fault, SQLException failure) {
    return fault.sentence(toString(), failure.getMessage());
  }

  private Optional<String> withoutFolder() {
    return path.filter(file -> Files.notExists(file.getParent()))
        .map(
            file ->
                "The folder of the SQLite file %s does not exist. Create %s and let the server's user write to it, or set DIUN_SQLITE_FILE to a file in another folder."
                    .formatted(file, file.getParent()));
  }

  private Optional<String> ofDiun() {
    return path.filter(SqliteFile::isBolt)
        .map(
            file ->
                "The file %s is the database of Diun itself. DiunDashboard needs a file of its own: set DIUN_SQLITE_FILE to another file."
                    .formatted(file));
  }

  private static boolean isBolt(Path file) {
    try (var input = Files.newInputStream(file)) {
      var head = ByteBuffer.wrap(input.readNBytes(BOLT_MAGIC_OFFSET + Integer.BYTES));
      return head.capacity() == BOLT_MAGIC_OFFSET + Integer.BYTES
          && head.order(ByteOrder.LITTLE_ENDIAN).getInt(BOLT_MAGIC_OFFSET) == BOLT_MAGIC;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public String toString() {
    return path.map(file -> "SQLite file " + file).orElse("SQLite file of the DataSource");
  }
}
