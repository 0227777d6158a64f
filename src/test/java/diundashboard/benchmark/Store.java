package diundashboard.benchmark;

import diundashboard.platform.database.Database;
import diundashboard.platform.database.Dialect;
import diundashboard.platform.database.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteDataSource;

/**
 * A database that writes each commit to disk before it returns, as in {@code datasources.cli}.
 *
 * @param settings the environment variables of the application on it
 */
record Store(Dialect dialect, DataSource source, Map<String, String> settings) {

  private static final List<String> FAST_SQLITE =
      List.of("PRAGMA synchronous = OFF", "PRAGMA cache_size = -500000");
  private static final List<String> FAST_POSTGRESQL = List.of("SET synchronous_commit = off");

  /** Creates a SQLite file with the current schema. */
  static Store sqlite(Path folder) {
    var file = folder.resolve("diun.db");
    var source = new SQLiteDataSource();
    source.setUrl(
        "jdbc:sqlite:"
            + file
            + "?journal_mode=WAL&synchronous=FULL&foreign_keys=true&busy_timeout=5000");
    return new Store(Dialect.SQLITE, source, Map.of("DIUN_SQLITE_FILE", file.toString())).migrate();
  }

  /** Creates the current schema in an empty database of PostgreSQL. */
  static Store postgresql(String url, Map<String, String> server) {
    var source = new PGSimpleDataSource();
    source.setUrl(url);
    source.setUser("postgres");
    var settings = new HashMap<>(server);
    settings.put("DIUN_POSTGRESQL_URL", url);
    return new Store(Dialect.POSTGRESQL, source, settings).migrate();
  }

  private Store migrate() {
    TestDatabase.migrate(new Database(dialect, source, source));
    return this;
  }

  Connection connect() throws SQLException {
    return source.getConnection();
  }

  /** Opens a connection whose commits a power cut may undo. */
  Connection connectToLoad() throws SQLException {
    var connection = connect();
    try (var statement = connection.createStatement()) {
      for (var sql : dialect == Dialect.SQLITE ? FAST_SQLITE : FAST_POSTGRESQL) {
        statement.execute(sql);
      }
    }
    return connection;
  }
}
