package diundashboard.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The load generator wrk, with 10 connections. A Java client would take about as much of the two
 * processors as the server that it measures.
 */
final class Wrk {

  /** Secret of the webhook, which the application and the peer check. */
  static final String SECRET = "benchmark-secret";

  private static final List<String> POST =
      List.of("-s", "src/test/resources/benchmark/webhook.lua", "-H", "Authorization: " + SECRET);
  private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");

  private Wrk() {}

  /** Throws with the command to install it if it is missing. */
  static void require() {
    try {
      new ProcessBuilder("wrk", "--version").start().destroy();
    } catch (IOException e) {
      throw new IllegalStateException("wrk is missing. Install it: apt install wrk", e);
    }
  }

  /** Requests a resource again and again. */
  static Load get(URI uri) {
    return time -> run(time, uri, List.of());
  }

  /** Sends notifications of 1,000 images in turn. */
  static Load webhook(URI base) {
    return time -> run(time, base.resolve("webhook"), POST);
  }

  /** Sends them, and requests a resource after each. Counts pairs. */
  static Load webhookThenGet(URI base, String path) {
    return time -> run(time, base.resolve("webhook"), POST, "--", path) / 2;
  }

  private static double run(Duration time, URI uri, List<String> options, String... arguments)
      throws IOException, InterruptedException {
    var command =
        new ArrayList<>(List.of("wrk", "-t2", "-c10", "-d" + time.toSeconds() + "s", "--latency"));
    command.addAll(options);
    command.add(uri.toString());
    command.addAll(List.of(arguments));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var report = new String(process.getInputStream().readAllBytes(), UTF_8);
    var rate = RATE.matcher(report);
    if (process.waitFor() != 0
        || !rate.find()
        || report.contains("Non-2xx")
        || report.contains("Socket errors")) {
      throw new IllegalStateException(report);
    }
    return Double.parseDouble(rate.group(1));
  }
}
