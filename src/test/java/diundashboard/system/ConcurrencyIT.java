package diundashboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.Payloads;
import jakarta.json.Json;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Concurrent clients. */
@ServerDependent
@ParameterizedClass
@EnumSource
class ConcurrencyIT {

  private static final int CLIENTS = 64;
  private static final int ROUNDS = 8;

  @Parameter Installation installation;

  /**
   * Each client sends notifications of its own image and of a shared one, reads the list, and
   * acknowledges its own image.
   */
  @Test
  void concurrentRequestsSucceedAndLoseNothing() throws Exception {
    var server = installation.empty();
    var before = server.log().length();
    var statuses = inParallel(server);
    assertThat(statuses)
        .isEqualTo(
            Map.of(
                "POST 200",
                2 * CLIENTS * ROUNDS,
                "GET 200",
                CLIENTS * ROUNDS,
                "PATCH 204",
                CLIENTS));
    try (var reader = Json.createReader(new StringReader(server.get("api/updates").body()))) {
      var updates = reader.readObject();
      assertThat(updates).hasSize(CLIENTS * ROUNDS + 1);
      assertThat(updates.values())
          .filteredOn(update -> update.asJsonObject().getBoolean("acknowledged"))
          .hasSize(CLIENTS);
    }
    assertThat(server.log().substring(before))
        .doesNotContain("SQLITE_BUSY", " WARN ", " ERROR ", "Exception");
  }

  private static Map<String, Integer> inParallel(AppServer server)
      throws InterruptedException, ExecutionException {
    var clients = Executors.newFixedThreadPool(CLIENTS);
    try {
      var work = new ArrayList<Future<Map<String, Integer>>>();
      IntStream.range(0, CLIENTS)
          .forEach(client -> work.add(clients.submit(() -> client(server, client))));
      var all = new TreeMap<String, Integer>();
      for (var each : work)
        each.get().forEach((status, count) -> all.merge(status, count, Integer::sum));
      return all;
    } finally {
      clients.shutdownNow();
    }
  }

  private static Map<String, Integer> client(AppServer server, int client) {
    var statuses = new TreeMap<String, Integer>();
    for (int round = 0; round < ROUNDS; round++) {
      var image = "client-" + client + ":" + round;
      count(statuses, server, "POST", "webhook", Payloads.of(image));
      count(statuses, server, "POST", "webhook", Payloads.of("shared", "sha256:" + client));
      count(statuses, server, "GET", "api/updates", null);
      if (round == 0) count(statuses, server, "PATCH", "api/updates/" + image, null);
    }
    return statuses;
  }

  private static void count(
      Map<String, Integer> statuses, AppServer server, String method, String path, String body) {
    statuses.merge(method + " " + server.send(method, path, body).statusCode(), 1, Integer::sum);
  }
}
