package diundashboard.system;

import static org.awaitility.Awaitility.await;

import diundashboard.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A primary server and a hot standby, which has each commit on its disk before it returns. */
public final class ReplicatedPostgres implements AutoCloseable {

  private static final String STANDBY = "standby";

  private final Path folder;
  private final List<Integer> ports = List.of(AppServer.freePort(), AppServer.freePort());
  private Postgres primary;
  private Postgres standby;
  private int indexOfPrimary;

  /** Starts both on an empty directory. */
  public ReplicatedPostgres(Path folder) {
    this.folder = folder;
    primary = Postgres.startDurable(folder(0), ports.get(0));
    replicate();
  }

  /** Restarts the primary server with a new standby, a copy of it. */
  public void replicate() {
    primary.close();
    if (standby != null) standby.close();
    var other = 1 - indexOfPrimary;
    copy(folder(indexOfPrimary), Folders.empty(folder(other)));
    primary =
        Postgres.startDurable(
            folder(indexOfPrimary),
            ports.get(indexOfPrimary),
            Map.of("synchronous_standby_names", STANDBY));
    standby = Postgres.startDurable(folder(other), ports.get(other));
    await()
        .until(() -> query(primary, "SELECT sync_state FROM pg_stat_replication"), "sync"::equals);
  }

  /** Makes a directory that of a standby, with the files of the stopped primary server. */
  private void copy(Path from, Path to) {
    try {
      var code =
          new ProcessBuilder("cp", "-a", from + "/.", to.toString()).inheritIO().start().waitFor();
      if (code != 0) throw new IOException("cp failed");
      Files.createFile(to.resolve("standby.signal"));
      Files.writeString(
          to.resolve("postgresql.auto.conf"),
          """
          primary_conninfo = 'host=127.0.0.1 port=%d user=postgres application_name=%s'
          wal_retrieve_retry_interval = 500ms
          """
              .formatted(ports.get(indexOfPrimary), STANDBY),
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private Path folder(int index) {
    return folder.resolve("postgresql-" + index);
  }

  /** Makes the standby the primary server, and waits until it accepts changes. */
  public void promote() {
    query(standby, "SELECT pg_promote()");
    var former = primary;
    primary = standby;
    standby = former;
    indexOfPrimary = 1 - indexOfPrimary;
  }

  public Postgres primary() {
    return primary;
  }

  /** Returns the environment variables of a DataSource that connects to the primary server. */
  public Map<String, String> settings() {
    var settings = new HashMap<>(Postgres.settings(ports.get(0)));
    settings.put(
        "DIUN_POSTGRESQL_URL",
        "jdbc:postgresql://127.0.0.1:%d,127.0.0.1:%d/postgres?targetServerType=primary&hostRecheckSeconds=1"
            .formatted(ports.get(0), ports.get(1)));
    return settings;
  }

  private static String query(Postgres server, String sql) {
    try (var connection = server.connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getString(1) : "";
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    primary.close();
    standby.close();
  }
}
