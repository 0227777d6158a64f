package diundashboard.benchmark;

import static org.awaitility.Awaitility.await;

import diundashboard.Range;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;

/** The time from a notification to its event, with 1,000 open event streams. */
final class EventSubject {

  private static final int CLIENTS = 1_000;
  private static final int CHANGES_A_SECOND = 100;
  private static final int WARM_UP_ROUNDS = 3;

  private EventSubject() {}

  static void measure(Testbed testbed, Table table) throws Exception {
    for (var site : testbed.sites()) {
      var sent = new AtomicLongArray(testbed.images());
      var delays = new ConcurrentLinkedQueue<Double>();
      var slowest = new ArrayList<Double>();
      var processors = new ArrayList<Double>();
      try (var clients =
          new EventClients(
              site.uri("api/v1/events"),
              CLIENTS,
              (image, nanos) -> delays.add((nanos - sent.get(image)) / 1e6))) {
        await().atMost(Duration.ofMinutes(1)).until(() -> clients.connected() == CLIENTS);
        for (var round = -WARM_UP_ROUNDS; round < testbed.options().rounds(); round++) {
          delays.clear();
          var start = System.nanoTime();
          var before = site.server().cpuTime();
          send(site, sent, testbed.options().time());
          var used = site.server().cpuTime().minus(before).toNanos();
          var passed = System.nanoTime() - start;
          TimeUnit.SECONDS.sleep(1); // the last events
          if (round < 0) continue;
          processors.add((double) used / passed);
          slowest.add(percentile(List.copyOf(delays)));
          System.out.printf("%s, events: %s ms, %s CPUs%n", site, slowest, processors);
        }
      }
      var what =
          "%,d event streams, %d changes a second, %s".formatted(CLIENTS, CHANGES_A_SECOND, site);
      table.absolute(
          what + ": 99th percentile from notification to event", Range.of(slowest), "ms");
      table.absolute(what + ": CPU time of the server", Range.of(processors), "processors");
    }
  }

  /** Sends notifications at a fixed rate. */
  private static void send(Site site, AtomicLongArray sent, Duration time) throws Exception {
    var interval = Duration.ofSeconds(1).dividedBy(CHANGES_A_SECOND);
    var start = System.nanoTime();
    for (var i = 0; i < time.dividedBy(interval); i++) {
      TimeUnit.NANOSECONDS.sleep(start + i * interval.toNanos() - System.nanoTime());
      var image = i % sent.length();
      sent.set(image, System.nanoTime());
      Client.notifyAsync(site.uri("webhook"), Notifications.of(image, i));
    }
  }

  private static double percentile(List<Double> delays) {
    var sorted = delays.stream().sorted().toList();
    return sorted.get((int) (sorted.size() * 0.99));
  }
}
