package diundashboard.system.stock;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;

/** A new, empty database, with the environment variables that configure it. */
interface StockDatabase extends AutoCloseable {

  /** A password that must not appear in a log or a file of the server. */
  String PASSWORD = "hush-postgres";

  Map<String, String> settings();

  @Override
  default void close() {}

  static StockDatabase sqlite(Path folder) {
    return () -> Map.of("DIUN_SQLITE_FILE", folder.resolve("diun.db").toString());
  }

  static StockDatabase postgresql() {
    try {
      return new Postgresql(EmbeddedPostgres.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Accepts every password. */
  record Postgresql(EmbeddedPostgres postgres) implements StockDatabase {
    @Override
    public Map<String, String> settings() {
      return Map.of(
          "DIUN_DATASOURCE",
          "jdbc/diun-postgresql",
          "DIUN_POSTGRESQL_URL",
          "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(postgres.getPort()),
          "DIUN_POSTGRESQL_USER",
          "postgres",
          "DIUN_POSTGRESQL_PASSWORD",
          PASSWORD);
    }

    @Override
    public void close() {
      try {
        postgres.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
