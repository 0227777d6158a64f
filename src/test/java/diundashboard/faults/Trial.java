package diundashboard.faults;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static org.awaitility.Awaitility.await;

import diundashboard.MarkdownTable;
import diundashboard.Range;
import diundashboard.platform.database.Dialect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;

/** Provokes one fault several times while clients send notifications. */
final class Trial {

  /** The columns of a row of {@link #addTo}. */
  static final List<String> COLUMNS =
      List.of(
          "Fault",
          "Database",
          "Rounds",
          "Answered with 200",
          "Lost",
          "Other answers",
          "First 200 after the end of the fault, median",
          "Maximum");

  private static final Path FOLDER = Path.of("target/faults");

  /** Notifications that are answered before the fault, and after it. */
  private static final int SOME = 50;

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Fault fault;
  private final Dialect dialect;
  private final int rounds;
  private final List<String> answered = new ArrayList<>();
  private final List<Integer> others = new ArrayList<>();
  private final List<Double> recoveries = new ArrayList<>();

  Trial(Fault fault, Dialect dialect, int rounds) {
    this.fault = fault;
    this.dialect = dialect;
    this.rounds = rounds;
  }

  /** Runs all rounds, and adds a row with the results. */
  void addTo(MarkdownTable table) throws Exception {
    var name = fault.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + dialect.folder();
    Set<String> stored;
    try (var target = new Target(fault, dialect, FOLDER.resolve(name))) {
      for (var round = 1; round <= rounds; round++) {
        round(target);
        System.out.printf("%s: round %d of %d%n", name, round, rounds);
      }
      stored = target.stored();
    }
    var range = Range.of(recoveries);
    table.add(
        fault.text(),
        dialect.product(),
        rounds,
        "%,d".formatted(answered.size()),
        answered.stream().filter(image -> !stored.contains(image)).count(),
        others.isEmpty() ? "none" : counts(),
        Range.format(range.median()) + " s",
        Range.format(range.max()) + " s");
  }

  /** Returns how often each status was answered, such as {@code 503: 12}. */
  private String counts() {
    return others.stream()
        .collect(groupingBy(each -> each, TreeMap::new, counting()))
        .entrySet()
        .stream()
        .map(each -> each.getKey() + ": " + each.getValue())
        .collect(joining(", "));
  }

  private void round(Target target) throws Exception {
    fault.prepare(target);
    var clients = new Clients(target::webhook);
    try {
      awaitAnswers(clients, SOME);
      fault.strike(target);
      Thread.sleep(fault.duration().toMillis());
      var end = System.nanoTime();
      fault.heal(target);
      awaitAnswers(clients, 1);
      recoveries.add((System.nanoTime() - end) / 1e9);
      awaitAnswers(clients, SOME);
    } finally {
      clients.stop();
    }
    answered.addAll(clients.answered());
    others.addAll(clients.others());
  }

  private static void awaitAnswers(Clients clients, int number) {
    var enough = clients.answered().size() + number;
    await().atMost(PATIENCE).until(() -> clients.answered().size() >= enough);
  }
}
