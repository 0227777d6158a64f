package diundashboard.platform.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
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
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteDataSource;

/**
 * Databases for tests without a server: a SQLite file per test, and one PostgreSQL server per test
 * JVM. A PostgreSQL database is valid until the next one is created. Tests do not change the
 * current schema, because they share its database.
 */
public final class TestDatabase {

  private static final Pattern END_OF_STATEMENT = Pattern.compile(";\\s*(\\n|$)");
  private static final String MIGRATED = "migrated";
  private static final int CONNECTIONS = 50;

  /** A hundred milliseconds faster than a new database. */
  private static final String EMPTY =
      """
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle';
      DO $$
        DECLARE name TEXT;
        BEGIN
          PERFORM set_config('session_replication_role', 'replica', true); -- ignores foreign keys
          FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'diun_schema_history' LOOP
            EXECUTE 'DELETE FROM ' || name;
          END LOOP;
          PERFORM setval(sequencename::regclass, 1, false) FROM pg_sequences WHERE last_value IS NOT NULL;
        END
      $$""";

  private static EmbeddedPostgres postgres;
  private static Path sqliteTemplate;
  private static DataSource migratedPostgres;

  private TestDatabase() {}

  /** Returns an empty database without tables. */
  public static Database empty(Dialect dialect) {
    return database(dialect, dialect == Dialect.SQLITE ? sqlite(newFile()) : emptyPostgres());
  }

  /** Returns an empty database with the current schema, which is migrated once. */
  public static synchronized Database migrated(Dialect dialect) {
    return database(dialect, dialect == Dialect.SQLITE ? sqliteCopy() : emptyMigratedPostgres());
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
    migrator(database, file).migrate();
  }

  static SchemaMigrator migrator(Database database, Optional<String> file) {
    return new SchemaMigrator(
        database,
        new SqliteSettings(file, "/tmp"),
        List.of(new StableKeysMigration(), new OddKeysMigration(), new VersionsMigration()));
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
    config.setSynchronous(SynchronousMode.OFF); // tests survive no power cut
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

  private static DataSource emptyMigratedPostgres() {
    if (migratedPostgres == null) {
      runOnPostgres("CREATE DATABASE " + MIGRATED);
      migratedPostgres = pool(postgres().getDatabase("postgres", MIGRATED));
      migrate(database(Dialect.POSTGRESQL, migratedPostgres));
    } else {
      run(migratedPostgres, EMPTY);
    }
    return migratedPostgres;
  }

  /** Keeps connections open between statements: a new one takes longer than most statements. */
  private static DataSource pool(DataSource source) {
    var settings = new HikariConfig();
    settings.setDataSource(source);
    settings.setMaximumPoolSize(CONNECTIONS);
    settings.setMinimumIdle(0);
    return new HikariDataSource(settings);
  }

  private static DataSource emptyPostgres() {
    runOnPostgres("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
    return postgres().getPostgresDatabase();
  }

  static void runOnPostgres(String sql) {
    run(postgres().getPostgresDatabase(), sql);
  }

  private static void run(DataSource source, String sql) {
    try (var connection = source.getConnection();
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
