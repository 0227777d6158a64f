package diundashboard.system;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Stream;

/** A PostgreSQL server for one test. */
public final class Postgres implements AutoCloseable {

  private static final String URL = "jdbc:postgresql://127.0.0.1:%d/postgres";

  private final EmbeddedPostgres postgres;
  private final long pid;

  private Postgres(EmbeddedPostgres postgres) {
    this.postgres = postgres;
    this.pid = pidOf(postgres);
  }

  static Postgres start() {
    return start(EmbeddedPostgres.builder());
  }

  /** Starts a server that writes each commit to disk before it returns. */
  public static Postgres startDurable() {
    return start(durable());
  }

  /** Starts such a server on a directory that is kept, so that it can be restarted. */
  public static Postgres startDurable(Path folder, int port) {
    return startDurable(folder, port, Map.of());
  }

  /**
   * Starts such a server.
   *
   * @param settings of {@code postgresql.conf}
   */
  static Postgres startDurable(Path folder, int port, Map<String, String> settings) {
    var builder = durable().setDataDirectory(folder).setCleanDataDirectory(false).setPort(port);
    settings.forEach(builder::setServerConfig);
    return start(builder);
  }

  private static EmbeddedPostgres.Builder durable() {
    return EmbeddedPostgres.builder()
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on");
  }

  private static Postgres start(EmbeddedPostgres.Builder builder) {
    try {
      return new Postgres(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the environment variables of its DataSource. */
  public Map<String, String> settings() {
    return settings(postgres.getPort());
  }

  public static Map<String, String> settings(int port) {
    return Map.of(
        "DIUN_DATASOURCE", "jdbc/diun-postgresql",
        "DIUN_POSTGRESQL_URL", URL.formatted(port),
        "DIUN_POSTGRESQL_USER", "postgres",
        "DIUN_POSTGRESQL_PASSWORD", "hush-postgres");
  }

  /** Creates an empty database and returns its URL. */
  public String createDatabase(String name) {
    try (var connection = connect();
        var statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
      return URL.formatted(postgres.getPort()).replaceFirst("/postgres$", "/" + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Creates a superuser who must authenticate with a password. Other users need none. */
  void createUserWithPassword(String name, String password) throws SQLException {
    try (var connection = connect();
        var statement = connection.createStatement()) {
      statement.execute("CREATE ROLE %s SUPERUSER LOGIN PASSWORD '%s'".formatted(name, password));
      var file = "current_setting('hba_file')";
      var rows = "array['host all %s all scram-sha-256', pg_read_file(%s)]".formatted(name, file);
      statement.execute(
          "DO $$ BEGIN EXECUTE format('COPY (SELECT unnest(%%L::text[])) TO %%L', %s, %s); END $$"
              .formatted(rows, file));
      statement.execute("SELECT pg_reload_conf()");
    }
  }

  public Connection connect() throws SQLException {
    return postgres.getPostgresDatabase().getConnection();
  }

  /** Sends a signal, such as STOP, to all of its processes. */
  public void signal(String name) {
    signal(name, ProcessHandle.of(pid).orElseThrow());
  }

  /** Sends a signal to a process and its descendants. */
  static void signal(String name, ProcessHandle process) {
    Stream.concat(Stream.of(process), process.descendants())
        .forEach(each -> signal(name, each.pid()));
  }

  private static void signal(String name, long pid) {
    try {
      new ProcessBuilder("kill", "-s", name, String.valueOf(pid)).inheritIO().start().waitFor();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long pidOf(EmbeddedPostgres postgres) {
    try (var connection = postgres.getPostgresDatabase().getConnection();
        var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT pg_read_file('postmaster.pid')")) {
      row.next();
      return row.getString(1).lines().findFirst().map(Long::valueOf).orElseThrow();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
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
