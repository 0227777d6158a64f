package diundashboard.benchmark;

import diundashboard.Range;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Runs loads in turn, several rounds, so that a change of the machine's speed hits all of them. */
final class Rounds {

  private final Options options;
  private final Map<String, Load> loads = new LinkedHashMap<>();
  private final Map<String, List<Double>> rates = new LinkedHashMap<>();

  Rounds(Options options) {
    this.options = options;
  }

  void add(String name, Load load) {
    loads.put(name, load);
  }

  boolean has(String name) {
    return loads.containsKey(name);
  }

  void run() throws Exception {
    for (var load : loads.values()) load.run(options.warmUp());
    for (var round = 1; round <= options.rounds(); round++) {
      for (var load : loads.entrySet()) {
        var rate = load.getValue().run(options.time());
        rates.computeIfAbsent(load.getKey(), name -> new ArrayList<>()).add(rate);
        System.out.printf("Round %d, %s: %s/s%n", round, load.getKey(), Range.format(rate));
      }
    }
  }

  /** The rate of one load divided by that of another in the same round. */
  Range ratio(String name, String limit) {
    return Range.of(ratios(rates.get(name), rates.get(limit)));
  }

  Range rate(String name) {
    return Range.of(rates.get(name));
  }

  /**
   * Adds the rate of the second part of a load that consists of two parts, from the time that both
   * take and the time that the first takes.
   */
  void derive(String name, String both, String first) {
    var derived =
        IntStream.range(0, options.rounds())
            .mapToObj(i -> 1 / (1 / rates.get(both).get(i) - 1 / rates.get(first).get(i)))
            .toList();
    rates.put(name, derived);
  }

  private static List<Double> ratios(List<Double> rates, List<Double> limits) {
    return IntStream.range(0, rates.size()).mapToObj(i -> rates.get(i) / limits.get(i)).toList();
  }
}
