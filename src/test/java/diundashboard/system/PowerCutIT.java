package diundashboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.Payloads;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Data of requests that got 2xx survives a power cut. */
class PowerCutIT {

  @Test
  void acceptedRequestsSurviveAPowerCutOnSqlite() {
    var data = Installation.folder("power-cut-sqlite");
    survivesPowerCut(data, Map.of());
  }

  @Test
  @FaultTest
  void acceptedRequestsSurviveAPowerCutOnPostgresql() {
    try (var postgres = Postgres.start()) {
      survivesPowerCut(Installation.folder("power-cut-postgresql"), postgres.settings());
    }
  }

  private static void survivesPowerCut(Path data, Map<String, String> settings) {
    var server = AppServer.start(data, settings);
    server.notify(Payloads.read("03-docker-update-latest"));
    server.notify(Payloads.read("12-nomad-task"));
    server.notify(Payloads.read("02-file-notif-test"));
    server.send("POST", "api/tags", "{\"name\":\"databases\"}");
    server.send(
        "PUT",
        "api/tag-assignments",
        "{\"image\":\"docker.io/library/postgres:17.2\",\"tag_id\":1}");
    server.send("PATCH", "api/updates/docker.io/library/nginx:latest", null);
    var paths = List.of("api/updates", "api/tags", "api/v1/notifications/tests");
    var before = paths.stream().map(path -> server.get(path).body()).toList();
    server.kill();
    try (var again = AppServer.start(data, settings)) {
      assertThat(paths.stream().map(path -> again.get(path).body())).isEqualTo(before);
    }
    assertThat(before.get(0))
        .contains("\"acknowledged\":true", "\"tag\":{\"id\":1,\"name\":\"databases\"}");
  }
}
