package diundashboard.benchmark;

import diundashboard.Folders;
import diundashboard.platform.database.Dialect;
import diundashboard.system.Postgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Servers, databases and peers with a number of images. Each is started when it is first used. */
final class Testbed implements AutoCloseable {

  private static final Path FOLDER = Path.of("target/benchmark").toAbsolutePath();

  private final Options options;
  private final int images;
  private final Map<String, Object> started = new LinkedHashMap<>();
  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private Optional<Postgres> postgres = Optional.empty();

  Testbed(Options options, int images) {
    this.options = options;
    this.images = images;
  }

  Options options() {
    return options;
  }

  int images() {
    return images;
  }

  /** The application on each database. */
  List<Site> sites() throws Exception {
    for (var dialect : options.databases()) {
      if (!started.containsKey(dialect.name())) started.put(dialect.name(), site(dialect));
    }
    return options.databases().stream().map(each -> (Site) started.get(each.name())).toList();
  }

  private Site site(Dialect dialect) throws Exception {
    var name = dialect.folder() + "_" + images;
    var store = store(dialect, name);
    System.out.printf("Loading %,d images into %s%n", images, dialect.product());
    try (var loader = new Loader(store, store.connectToLoad())) {
      loader.load(images);
    }
    var site = keep(Site.start(Folders.empty(FOLDER.resolve(name + "-server")), store));
    site.verify(images);
    States.set(site, images);
    if (dialect == Dialect.POSTGRESQL) site.change("VACUUM ANALYZE");
    return site;
  }

  /** A database with 1,000 images and without a server. */
  DatabaseAlone databaseAlone(Dialect dialect) throws Exception {
    return keep(new DatabaseAlone(store(dialect, dialect.folder() + "_alone")));
  }

  /** Peers by SQLite's {@code synchronous}; none if they are not installed. */
  @SuppressWarnings("unchecked")
  Map<String, Peer> peers() throws IOException {
    if (!started.containsKey("peers")) {
      var peers = new LinkedHashMap<String, Peer>();
      for (var synchronous : Peer.isInstalled() ? List.of("NORMAL", "FULL") : List.<String>of()) {
        peers.put(
            synchronous,
            keep(Peer.start(Folders.empty(FOLDER.resolve("peer-" + synchronous)), synchronous)));
      }
      started.put("peers", peers);
    }
    return (Map<String, Peer>) started.get("peers");
  }

  private Store store(Dialect dialect, String name) {
    if (dialect == Dialect.SQLITE) return Store.sqlite(Folders.empty(FOLDER.resolve(name)));
    if (postgres.isEmpty()) postgres = Optional.of(keep(Postgres.startDurable()));
    var server = postgres.get();
    return Store.postgresql(server.createDatabase(name), server.settings());
  }

  private <T extends AutoCloseable> T keep(T resource) {
    open.push(resource);
    return resource;
  }

  @Override
  public void close() {
    while (!open.isEmpty()) close(open.pop());
  }

  private static void close(AutoCloseable resource) {
    try {
      resource.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
