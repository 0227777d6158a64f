package diundashboard.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.platform.database.Dialect;
import diundashboard.system.AppServer;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;

/** The application on a database with images, as {@code server-config/wildfly/run} starts it. */
final class Site implements AutoCloseable {

  /** The path of an endpoint that does nothing. */
  static final String PING = "api/v1/health/live";

  private final Store store;
  private final Path folder;
  private AppServer server;

  private Site(Store store, Path folder) {
    this.store = store;
    this.folder = folder;
  }

  static Site start(Path folder, Store store) {
    var site = new Site(store, folder);
    site.restart();
    return site;
  }

  /** Starts the application, which must not be running. */
  void restart() {
    var settings = new HashMap<>(store.settings());
    settings.put("DIUN_WEBHOOK_SECRET", Wrk.SECRET);
    server = AppServer.start(folder, settings);
  }

  /** Compares what the API returns with what was loaded. */
  void verify(int images) {
    for (var i : new int[] {0, images / 2, images - 1}) {
      var path = URLEncoder.encode(Notifications.image(i), StandardCharsets.UTF_8);
      var image = server.get("api/v1/image?reference=" + path);
      assertThat(image.statusCode()).isEqualTo(200);
      assertThat(image.body()).contains("\"times_notified\":" + (i % 2 == 0 ? 4 : 2));
    }
    var page = server.get("api/v1/images?state=all&limit=1").body();
    assertThat(page).contains(":" + images);
  }

  Dialect dialect() {
    return store.dialect();
  }

  Store store() {
    return store;
  }

  AppServer server() {
    return server;
  }

  URI uri(String path) {
    return server.uri().resolve(path);
  }

  /** Sends a request and returns the body of the response. */
  String send(String method, String path, String body) {
    return Client.send(method, uri(path), body);
  }

  void change(String sql) throws SQLException {
    try (var connection = store.connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public String toString() {
    return store.dialect().product();
  }

  @Override
  public void close() {
    server.close();
  }
}
