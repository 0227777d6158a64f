package diundashboard.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import diundashboard.Payloads;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.HashMap;
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

  /** The first host has vanished without closing connections. */
  @Test
  void theSecondHostIsUsedIfTheFirstDoesNotRespond() throws IOException {
    var folder = Installation.folder("vanished-host");
    try (var vanished = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var postgres = Postgres.start()) {
      fillBacklog(vanished);
      var settings = new HashMap<>(postgres.settings());
      settings.computeIfPresent(
          "DIUN_POSTGRESQL_URL",
          (name, url) ->
              url.replace("//", "//127.0.0.1:" + vanished.getLocalPort() + ",")
                  + "?targetServerType=primary&hostRecheckSeconds=1");
      try (var server = AppServer.start(folder, settings)) {
        assertThat(server.notify(Payloads.of("nginx")).statusCode()).isEqualTo(200);
      }
    }
  }

  /** Opens connections until further ones wait for ever. */
  private static void fillBacklog(ServerSocket server) throws IOException {
    while (true) {
      try {
        new Socket().connect(server.getLocalSocketAddress(), 200);
      } catch (SocketTimeoutException e) {
        return;
      }
    }
  }
}
