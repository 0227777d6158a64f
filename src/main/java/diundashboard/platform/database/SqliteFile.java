package diundashboard.platform.database;

import diundashboard.platform.config.SqliteSettings;
import diundashboard.platform.config.StartupException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
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

  private static final String FOREIGN_LOG =
      "The SQLite file %s is newer than its write-ahead log %s-wal. If you have restored a backup, delete %s-wal and %s-shm. If not, run: touch %s-wal";

  /** A checkpoint writes the file after the log. It takes this long at most. */
  private static final Duration MAX_CHECKPOINT = Duration.ofSeconds(10);

  static SqliteFile of(SqliteSettings settings) {
    return new SqliteFile(settings.file().map(file -> Path.of(file).toAbsolutePath().normalize()));
  }

  /**
   * Checks that the write-ahead log of a stopped server belongs to the file. Call it before the
   * file is opened: SQLite writes the log into any file of this name. A file is replaced by a
   * backup after the log was written.
   *
   * @throws StartupException if the file is newer than the log
   */
  void checkLog() {
    path.filter(SqliteFile::isNewerThanLog)
        .ifPresent(
            file -> {
              throw StartupException.retryable(
                  FOREIGN_LOG.formatted(file, file, file, file, file), null);
            });
  }

  /**
   * Returns whether the server was killed: SQLite deletes the log with the last connection. Call it
   * before the file is opened.
   */
  boolean wasKilled() {
    return path.filter(SqliteFile::hasLog).isPresent();
  }

  private static boolean hasLog(Path file) {
    try {
      return Files.size(logOf(file)) > 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static Path logOf(Path file) {
    return Path.of(file + "-wal");
  }

  /** By the time of the last change of the inode, which copying and moving set. */
  private static boolean isNewerThanLog(Path file) {
    try {
      return hasLog(file) && changeOf(file).isAfter(changeOf(logOf(file)).plus(MAX_CHECKPOINT));
    } catch (IOException | UnsupportedOperationException e) {
      return false; // there is no such time
    }
  }

  private static Instant changeOf(Path file) throws IOException {
    return ((FileTime) Files.getAttribute(file, "unix:ctime")).toInstant();
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
