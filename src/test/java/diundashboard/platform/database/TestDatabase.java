package diundashboard.platform.database;

import diundashboard.platform.startup.StartupSequence;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * Real databases for tests without a server: a SQLite file, and a PostgreSQL that all tests of a
 * run share.
 */
public final class TestDatabase {

  private static final Pattern END_OF_STATEMENT = Pattern.compile(";\\s*(\\n|$)");

  private static EmbeddedPostgres postgres;

  private TestDatabase() {}

  /** An empty database. */
  public static Database empty(Dialect dialect) {
    var source = dialect == Dialect.SQLITE ? sqlite(newFile()) : emptyPostgres();
    return new Database(dialect, source, source);
  }

  /** An empty database with the schema of this version. */
  public static Database migrated(Dialect dialect) {
    var database = empty(dialect);
    StartupSequence.migrate(database);
    return database;
  }

  /** Runs a script as an administrator would. */
  public static void run(Database database, String script) {
    try (var connection = database.writer().getConnection();
        var statement = connection.createStatement()) {
      for (var each : END_OF_STATEMENT.split(script, -1)) {
        if (!each.isBlank()) statement.execute(each);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static DataSource sqlite(Path file) {
    var config = new SQLiteConfig();
    config.enforceForeignKeys(true);
    var source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }

  private static Path newFile() {
    try {
      var folder = Files.createDirectories(Path.of("target/databases"));
      return Files.createTempDirectory(folder, "").resolve("diun.db");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static synchronized DataSource emptyPostgres() {
    try {
      if (postgres == null) postgres = EmbeddedPostgres.start();
      var source = postgres.getPostgresDatabase();
      try (var connection = source.getConnection();
          var statement = connection.createStatement()) {
        statement.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
      }
      return source;
    } catch (IOException | SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
