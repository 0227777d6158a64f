package diundashboard.faults;

import diundashboard.Folders;
import diundashboard.platform.database.Dialect;
import diundashboard.system.AppServer;
import diundashboard.system.Postgres;
import diundashboard.system.ReplicatedPostgres;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** Servers with the application, and their database. */
final class Target implements AutoCloseable {

  /** The images whose notifications are stored completely. */
  private static final String STORED =
      """
      SELECT u.image FROM updates u
      WHERE EXISTS (SELECT 1 FROM occurrences o WHERE o.image = u.image)
        AND EXISTS (SELECT 1 FROM activity a WHERE a.image = u.image AND a.kind = 'notified')""";

  private final Dialect dialect;
  private final Path folder;
  private final Path disk;
  private final boolean isOnSmallDisk;
  private final int port = AppServer.freePort();
  private final List<AppServer> servers = new CopyOnWriteArrayList<>();
  private int started;
  private int next;
  private Postgres postgres;
  private ReplicatedPostgres replicated;

  /** Starts a server on a new database of the kind that the fault needs. */
  Target(Fault fault, Dialect dialect, Path folder) throws IOException {
    this.dialect = dialect;
    this.folder = Folders.empty(folder.toAbsolutePath());
    this.disk = Files.createDirectories(this.folder.resolve("disk"));
    this.isOnSmallDisk = fault.isOnSmallDisk();
    if (isOnSmallDisk) run("mount", "-t", "tmpfs", "-o", "size=16m", "none", disk.toString());
    if (fault.isReplicated()) {
      replicated = new ReplicatedPostgres(this.folder);
    } else if (dialect == Dialect.POSTGRESQL) {
      startPostgres();
    }
    startServer();
  }

  Postgres postgres() {
    return replicated == null ? postgres : replicated.primary();
  }

  /** The primary server with its standby. */
  ReplicatedPostgres replicated() {
    return replicated;
  }

  /** Starts the database on the data of the last one. */
  void startPostgres() {
    if (postgres != null) postgres.close();
    postgres = Postgres.startDurable(folder.resolve("postgresql"), port);
  }

  /** The file of SQLite. */
  Path file() {
    return disk.resolve("diun.db");
  }

  /** Starts one more server, and waits until it is ready. */
  void startServer() {
    servers.add(AppServer.start(folder.resolve("server-" + started++ % 2), settings()));
  }

  private Map<String, String> settings() {
    if (dialect == Dialect.SQLITE) return Map.of("DIUN_SQLITE_FILE", file().toString());
    return replicated == null ? Postgres.settings(port) : replicated.settings();
  }

  /** Stops the oldest server, and starts another one. */
  void restartServer() {
    servers.remove(0).close();
    startServer();
  }

  /** Kills the oldest server. */
  void killServer() {
    servers.remove(0).kill();
  }

  /** Returns the address of a server that runs, of each in turn. */
  synchronized URI webhook() {
    if (servers.isEmpty()) return URI.create("http://127.0.0.1:1/");
    next = (next + 1) % servers.size();
    return servers.get(next).uri().resolve("webhook");
  }

  Connection connect() throws SQLException {
    return dialect == Dialect.SQLITE
        ? DriverManager.getConnection("jdbc:sqlite:" + file())
        : postgres().connect();
  }

  /** Returns the images in the database. */
  Set<String> stored() throws SQLException {
    var images = new HashSet<String>();
    try (var connection = connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(STORED)) {
      while (rows.next()) images.add(rows.getString(1));
    }
    return images;
  }

  @Override
  public void close() throws IOException {
    servers.forEach(AppServer::close);
    if (postgres != null) postgres.close();
    if (replicated != null) replicated.close();
    if (isOnSmallDisk) run("umount", disk.toString());
  }

  private static void run(String... command) throws IOException {
    try {
      var code = new ProcessBuilder(command).inheritIO().start().waitFor();
      if (code != 0) throw new IOException(String.join(" ", command) + " failed");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
