package diundashboard.system;

import static java.util.concurrent.TimeUnit.SECONDS;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import diundashboard.Payloads;
import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Data of requests that got 2xx survives failures of the server and of the database. */
@ServerDependent
class DurabilityIT {

  private static final int CLIENTS = 8;

  @Test
  void databaseFileOfTheGoOriginalIsMigrated() throws Exception {
    var data = Installation.folder("take-over");
    var file = Files.createDirectories(data.resolve("go")).resolve("diun.db");
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      for (var each :
          Files.readString(Path.of("src/test/resources/go-original-sqlite.sql")).split(";\n", -1)) {
        if (!each.isBlank()) statement.executeUpdate(each);
      }
    }
    try (var server = AppServer.start(data, Map.of("DIUN_SQLITE_FILE", file.toString()))) {
      assertThat(server.get("api/tags").body()).isEqualTo("[{\"id\":3,\"name\":\"media\"}]");
      assertThat(server.get("api/updates").body())
          .isEqualTo(
              Files.readString(Path.of("src/test/resources/go-original-updates.json")).strip());
      assertThat(server.notify(Payloads.of("docker.io/library/redis:8")).statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void brokenConnectionsAreReplaced() throws Exception {
    var server = Installation.POSTGRESQL.empty();
    for (int i = 0; i < 3; i++) {
      assertThat(server.notify(Payloads.of("a")).statusCode()).isEqualTo(200);
      terminateBackends();
      assertThat(server.notify(Payloads.of("b")).statusCode()).isEqualTo(200);
      terminateBackends();
      assertThat(server.get("api/updates").statusCode()).isEqualTo(200);
    }
  }

  @Test
  @FaultTest
  void requestsWhoseConnectionBreaksGet503() throws Exception {
    var server = Installation.POSTGRESQL.empty();
    var statuses = new ConcurrentLinkedQueue<Integer>();
    var isStopped = new AtomicBoolean();
    var threads = Executors.newFixedThreadPool(CLIENTS);
    for (var client = 0; client < CLIENTS; client++) {
      var body = Payloads.of("client-" + client);
      threads.execute(
          () -> {
            while (!isStopped.get()) statuses.add(server.notify(body).statusCode());
          });
    }
    for (var i = 0; i < 50; i++) {
      terminateBackends();
      var answered = statuses.size();
      await().until(() -> statuses.size() > answered + CLIENTS);
    }
    isStopped.set(true);
    threads.shutdown();
    assertThat(threads.awaitTermination(30, SECONDS)).isTrue();
    assertThat(new HashSet<>(statuses)).containsExactlyInAnyOrder(200, 503);
  }

  private static void terminateBackends() throws Exception {
    try (var connection = Installation.POSTGRESQL.connect();
        var statement = connection.createStatement()) {
      statement.executeQuery(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'");
    }
  }

  @Test
  @FaultTest
  void requestsGet503WhileTheDatabaseIsDown() {
    var folder = Installation.folder("away-database");
    var port = AppServer.freePort();
    var settings = new HashMap<>(Postgres.settings(port));
    var postgres = Postgres.startDurable(folder, port);
    try (var server = AppServer.start(Installation.folder("away"), settings)) {
      server.notify(Payloads.of("before"));
      postgres.close();
      var refused = server.notify(Payloads.of("while"));
      assertThat(refused.statusCode()).isEqualTo(503);
      assertThat(refused.headers().firstValue("Retry-After")).hasValue("10");
      assertThat(refused.body())
          .isEqualTo("The database is unavailable. Try again in a few seconds.");
      assertThat(server.notify("{}").statusCode()).isEqualTo(400);
      UpdatesIT.assertProblem(
          server.get("api/updates"),
          503,
          """
          {"title":"Service Unavailable","status":503,"detail":"The database is unavailable. Try again in a few seconds.","code":"database-unavailable"}""");
      postgres = Postgres.startDurable(folder, port);
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> server.notify(Payloads.of("after")).statusCode() == 200);
      assertThat(server.get("api/updates").body())
          .contains("\"before\":{", "\"after\":{")
          .doesNotContain("\"while\":{");
      await().until(() -> rejections(server).containsKey("{}"));
      assertThat(rejections(server)).containsKeys("{}", Payloads.of("while"));
      var retry = "api/v1/rejections/" + rejections(server).get(Payloads.of("while")) + "/retry";
      assertThat(server.send("POST", retry, null).statusCode()).isEqualTo(204);
      assertThat(server.get("api/updates").body()).contains("\"while\":{");
    } finally {
      postgres.close();
    }
  }

  /** Returns the ids of the rejected notifications by body. */
  private static Map<String, Integer> rejections(AppServer server) {
    return Texts.object(server.get("api/v1/rejections").body())
        .getJsonArray("items")
        .getValuesAs(JsonObject.class)
        .stream()
        .collect(toMap(item -> item.getString("body"), item -> item.getInt("id")));
  }
}
