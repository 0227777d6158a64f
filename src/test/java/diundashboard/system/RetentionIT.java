package diundashboard.system;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The timer that deletes old rows goes on after a failure, which health tells. */
@ServerDependent
class RetentionIT {

  private static final String FAILING =
      "\"checks\":\\[\\{\"name\":\"database\",\"status\":\"UP\",\"data\":\\{}},\\{\"name\":\"retention\",\"status\":\"UP\",\"data\":\\{\"cause\":\"Old activity cannot be deleted since 20[-0-9T:.]+Z\\. DiunDashboard tries again every five seconds\\. See its log\\.\"}},\\{\"name\":\"versions\".*";

  private final Installation installation = Installation.SQLITE;

  @Test
  void aFailureIsToldUntilItHasEnded() {
    var server = installation.server();
    installation.change(
        "CREATE TRIGGER keep_activity BEFORE DELETE ON activity BEGIN SELECT RAISE(ABORT, 'kept'); END");
    try {
      installation.change(
          "INSERT INTO activity (at, kind) VALUES ('2001-01-01T00:00:00.000Z', 'noted'), ('2026-01-01T00:00:00.000Z', 'noted')");
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> server.get("api/v1/health/ready").body().matches(".*" + FAILING));
    } finally {
      installation.change("DROP TRIGGER keep_activity");
    }
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> server.get("api/v1/health/ready").body(), body -> !body.contains("retention"));
  }
}
