package diundashboard.platform.database;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** Copies the SQLite file while it is in use, and tells how to copy a PostgreSQL database. */
@Dependent
public class DatabaseCopy {

  private static final int FULL = 13;

  private final Database database;

  @Inject
  public DatabaseCopy(Database database) {
    this.database = database;
  }

  /** Returns the open SQLite file; empty on PostgreSQL. */
  public Optional<Path> file() {
    return database.path();
  }

  /** Returns the size of a copy in bytes: that of the file without its free pages. */
  public long size() {
    return database
        .find(
            "SELECT (page_count - freelist_count) * page_size FROM pragma_page_count, pragma_freelist_count, pragma_page_size",
            row -> row.getLong(1))
        .orElseThrow();
  }

  /**
   * Copies the SQLite file as it is now. Others read and write it meanwhile. What they write stays
   * in the write-ahead log until the copy is complete.
   *
   * @param target a file that does not exist
   * @return false if the disk is full; then a part of the file exists
   */
  public boolean copyTo(Path target) {
    try {
      copy(database.reader(), target);
      return true;
    } catch (SQLException e) {
      if ((e.getErrorCode() & 0xff) == FULL) return false;
      throw database.unavailable(e);
    }
  }

  static void copy(DataSource source, Path target) throws SQLException {
    try (var connection = source.getConnection()) {
      var isQueryOnly = isQueryOnly(connection);
      allowWrites(connection, true);
      try (var statement = connection.prepareStatement("VACUUM INTO ?")) {
        statement.setString(1, target.toString());
        statement.execute();
      } finally {
        allowWrites(connection, !isQueryOnly);
      }
    }
  }

  private static boolean isQueryOnly(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("PRAGMA query_only")) {
      return row.getBoolean(1);
    }
  }

  /** Connections for readers do not even write to other files. */
  private static void allowWrites(Connection connection, boolean areAllowed) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("PRAGMA query_only = " + (areAllowed ? 0 : 1));
    }
  }

  /**
   * Returns the command that copies the PostgreSQL database of the DataSource, without the
   * password.
   */
  public String dumpCommand() {
    try (var connection = database.writer().getConnection()) {
      var metadata = connection.getMetaData();
      return PostgresqlDump.command(metadata.getURL(), metadata.getUserName());
    } catch (SQLException e) {
      throw database.unavailable(e);
    }
  }
}
