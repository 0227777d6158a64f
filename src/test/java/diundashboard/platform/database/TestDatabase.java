package diundashboard.platform.database;

import diundashboard.images.migration.OddKeysMigration;
import diundashboard.images.migration.StableKeysMigration;
import diundashboard.images.migration.VersionsMigration;
import diundashboard.platform.config.SqliteSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * Databases for tests without a server: a SQLite file per test, and one PostgreSQL server per test
 * JVM. A PostgreSQL database is valid until the next one is created.
 */
public final class TestDatabase {

  private static final Pattern END_OF_STATEMENT = Pattern.compile(";\\s*(\\n|$)");
  private static final String TEMPLATE = "migrated_template";
  private static final String COPY = "migrated";

  private static EmbeddedPostgres postgres;
  private static Path sqliteTemplate;
  private static boolean hasPostgresTemplate;

  private TestDatabase() {}

  /** Returns an empty database without tables. */
  public static Database empty(Dialect dialect) {
    return database(dialect, dialect == Dialect.SQLITE ? sqlite(newFile()) : emptyPostgres());
  }

  /** Returns an empty database with the current schema, copied from one that is migrated once. */
  public static synchronized Database migrated(Dialect dialect) {
    return database(dialect, dialect == Dialect.SQLITE ? sqliteCopy() : postgresCopy());
  }

  /** Creates the current schema. */
  public static void migrate(Database database) {
    migrate(database, Optional.empty());
  }

  /**
   * Creates the current schema.
   *
   * @param file the setting {@code DIUN_SQLITE_FILE}
   */
  static void migrate(Database database, Optional<String> file) {
    new SchemaMigrator(
            database,
            new SqliteSettings(file, "/tmp"),
            List.of(new StableKeysMigration(), new OddKeysMigration(), new VersionsMigration()))
        .migrate();
  }

  /** Runs a script with several statements. */
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

  static Database database(Dialect dialect, DataSource source) {
    return new Database(dialect, source, source);
  }

  private static DataSource sqliteCopy() {
    try {
      if (sqliteTemplate == null) {
        sqliteTemplate = newFile();
        migrate(database(Dialect.SQLITE, sqlite(sqliteTemplate)));
      }
      return sqlite(Files.copy(sqliteTemplate, newFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static DataSource sqlite(Path file) {
    var config = new SQLiteConfig();
    config.enforceForeignKeys(true);
    var source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }

  /** Returns the path of a new file in a new folder. */
  static Path newFile() {
    try {
      var folder = Files.createDirectories(Path.of("target/databases"));
      return Files.createTempDirectory(folder, "").resolve("diun.db");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DataSource postgresCopy() {
    if (!hasPostgresTemplate) {
      hasPostgresTemplate = true;
      runOnPostgres("CREATE DATABASE " + TEMPLATE);
      migrate(database(Dialect.POSTGRESQL, postgres().getDatabase("postgres", TEMPLATE)));
    }
    runOnPostgres("DROP DATABASE IF EXISTS " + COPY + " WITH (FORCE)");
    runOnPostgres("CREATE DATABASE " + COPY + " TEMPLATE " + TEMPLATE);
    return postgres().getDatabase("postgres", COPY);
  }

  private static DataSource emptyPostgres() {
    runOnPostgres("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
    return postgres().getPostgresDatabase();
  }

  static void runOnPostgres(String sql) {
    try (var connection = postgres().getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static synchronized EmbeddedPostgres postgres() {
    try {
      if (postgres == null) postgres = EmbeddedPostgres.start();
      return postgres;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
