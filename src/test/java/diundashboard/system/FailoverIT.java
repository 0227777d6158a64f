package diundashboard.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import diundashboard.Payloads;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The application continues with the standby of a primary PostgreSQL server that fails. */
@FaultTest
@ServerDependent
class FailoverIT {

  @Test
  void theApplicationFollowsThePrimaryServer() {
    var folder = Installation.folder("failover");
    try (var postgres = new ReplicatedPostgres(folder);
        var server = AppServer.start(folder.resolve("server"), postgres.settings())) {
      assertThat(server.notify(Payloads.of("before")).statusCode()).isEqualTo(200);
      postgres.primary().signal("KILL");
      assertThat(server.notify(Payloads.of("while")).statusCode()).isEqualTo(503);
      postgres.promote();
      await()
          .atMost(Duration.ofSeconds(10))
          .until(() -> server.notify(Payloads.of("after")).statusCode() == 200);
      assertThat(server.images()).containsExactlyInAnyOrder("before", "after");
      assertThat(server.get("api/v1/health/ready").statusCode()).isEqualTo(200);
    }
  }
}
