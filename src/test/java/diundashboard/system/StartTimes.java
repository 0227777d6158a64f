package diundashboard.system;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Benchmark: the time until the first response of a new server, and its resident memory ten seconds
 * later. {@code -Drounds} is the number of rounds, 3 by default. CONTRIBUTING.md has the command.
 */
class StartTimes {

  private static final int STARTS = Integer.getInteger("rounds", 3);
  private static final Duration REST = Duration.ofSeconds(10);

  @Test
  void measure() {
    try (var postgres = Postgres.start()) {
      measure("SQLite", Map.of());
      measure("PostgreSQL", postgres.settings());
    }
  }

  private static void measure(String database, Map<String, String> settings) {
    var data = Installation.folder("start-" + database);
    AppServer.start(data, settings).close(); // warm-up
    var milliseconds = new ArrayList<Long>();
    var megabytes = new ArrayList<Integer>();
    for (int i = 0; i < STARTS; i++) {
      var start = System.nanoTime();
      try (var server = AppServer.start(data, settings)) {
        milliseconds.add((System.nanoTime() - start) / 1_000_000);
        await().pollDelay(REST).atMost(REST.multipliedBy(2)).until(() -> true);
        megabytes.add(server.residentMegabytes());
      }
    }
    System.out.printf(
        "%s, %s: first answer after %,d ms, %d MB at rest (medians of %d)%n",
        ServerKind.current(), database, median(milliseconds), median(megabytes), STARTS);
  }

  private static <T extends Comparable<T>> T median(List<T> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
