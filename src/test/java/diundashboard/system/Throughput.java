package diundashboard.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Benchmark: requests per second of 10 connections with wrk (a Debian package), on both databases.
 * Client, server and database share the machine, so only the ratios within one run are meaningful.
 * {@code -Drounds} is the number of rounds, 3 by default. CONTRIBUTING.md has the command.
 */
class Throughput {

  private static final int ROUNDS = Integer.getInteger("rounds", 3);
  private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
  private static final Pattern SLOWEST = Pattern.compile("99%\\s+(\\S+)");

  @Test
  void measure() throws Exception {
    for (var installation : Installation.values()) {
      run(
          installation.empty(),
          "webhook",
          "-d10s",
          "-s",
          "src/test/resources/bench/webhook.lua"); // warm-up, and 1,000 rows
      run(installation.server(), "api/updates", "-d10s");
    }
    for (int round = 1; round <= ROUNDS; round++) {
      for (var installation : Installation.values()) {
        var server = installation.server();
        System.out.println("Round " + round + ", " + installation);
        var tags = measure("GET api/tags", run(server, "api/tags"), 0);
        measure(
            "POST webhook",
            run(server, "webhook", "-s", "src/test/resources/bench/webhook.lua"),
            tags);
        measure("GET api/updates, 1,000 rows", run(server, "api/updates"), tags);
        measure(
            "GET api/updates, gzip",
            run(server, "api/updates", "-H", "Accept-Encoding: gzip"),
            tags);
        var etag = server.get("api/updates").headers().firstValue("ETag").orElseThrow();
        measure(
            "GET api/updates, 304",
            run(server, "api/updates", "-H", "If-None-Match: " + etag),
            tags);
      }
    }
  }

  private static double measure(String what, String report, double tags) {
    var rate = Double.parseDouble(first(RATE, report));
    var ratio = tags == 0 ? 1 : rate / tags;
    System.out.printf(
        "  %-28s %8.0f/s  x %.3f  99%% within %s%n", what, rate, ratio, first(SLOWEST, report));
    assertThat(report).doesNotContain("Non-2xx", "Socket errors");
    return rate;
  }

  private static String first(Pattern pattern, String text) {
    var match = pattern.matcher(text);
    assertThat(match.find()).as(text).isTrue();
    return match.group(1);
  }

  private static String run(AppServer server, String path, String... options)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("wrk", "-t2", "-c10", "-d5s", "--latency"));
    command.addAll(List.of(options));
    command.add(server.uri() + path);
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var report = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(report).isZero();
    return report;
  }
}
