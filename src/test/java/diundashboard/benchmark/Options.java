package diundashboard.benchmark;

import diundashboard.platform.database.Dialect;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The options of a run, from system properties.
 *
 * @param subjects names of {@link Subject}
 * @param images numbers of images, ascending
 * @param time duration of each measurement in a round
 * @param warmUp duration of the warm-up of each load
 * @param table file with the table of results
 */
record Options(
    List<Subject> subjects,
    List<Integer> images,
    List<Dialect> databases,
    int rounds,
    Duration time,
    Duration warmUp,
    String table) {

  static Options read() {
    return new Options(
        list("benchmark", "webhook,list,page,scale,bulk,events,triage,start")
            .map(Options::subject)
            .toList(),
        list("images", "1000").map(Integer::valueOf).sorted().toList(),
        list("databases", "sqlite,postgresql").map(Options::dialect).toList(),
        Integer.getInteger("rounds", 5),
        seconds("seconds", 3),
        seconds("warmup", 10),
        System.getProperty("table", "docs/performance.md"));
  }

  private static Stream<String> list(String name, String usual) {
    return Stream.of(System.getProperty(name, usual).split(","));
  }

  private static Subject subject(String name) {
    return Subject.valueOf(name.toUpperCase(Locale.ROOT));
  }

  private static Dialect dialect(String name) {
    return Dialect.valueOf(name.toUpperCase(Locale.ROOT));
  }

  private static Duration seconds(String name, int usual) {
    return Duration.ofSeconds(Integer.getInteger(name, usual));
  }
}
