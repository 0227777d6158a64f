package diundashboard.heartbeats;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a Diun that sends pings is silent. */
class RunHistoryTest {

  private static final Instant MIDNIGHT = Instant.parse("2026-11-22T00:00:00Z");

  /**
   * Runs are given by the hours of their start and end, such as {@code 6-6.5}. An end without a
   * start is {@code -6.5}, a start without an end {@code 6-}, a failed run {@code 6-6.5!}.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // too few runs: no alarm for two weeks after the last ping
        "0-0.1                  | 0.2   | TOO_NEW   |",
        "0-                     | 20    | TOO_NEW   |",
        "0-0.1                  | 336.1 | TOO_NEW   |",
        "0-0.1                  | 336.2 | SILENT    | 0.1",
        "0-0.1!, 1-1.1!         | 300   | TOO_NEW   |",
        // no run ended within twice the interval
        "0-0.1, 6-6.1           | 18.1  | REPORTING |",
        "0-0.1, 6-6.1           | 18.2  | SILENT    | 6.1",
        "-0.1, -6.1             | 18.2  | SILENT    | 6.1",
        // the interval is the median: neither a restart nor a pause changes it
        "-0, -6, -6.2, -12, -18 | 29.8  | REPORTING |",
        "-0, -6, -6.2, -12, -18 | 29.9  | SILENT    | 18",
        "-0, -6, -96, -102      | 114   | REPORTING |",
        "-0, -6, -96, -102      | 114.1 | SILENT    | 102",
        // at least an hour
        "-0, -0.1, -0.2         | 1.2   | REPORTING |",
        "-0, -0.1, -0.2         | 1.3   | SILENT    | 0.2",
        // a run began and did not end within twice the longest duration, at least an hour
        "0-0.1, 6-6.1, 12-      | 13    | REPORTING |",
        "0-0.1, 6-6.1, 12-      | 13.1  | SILENT    | 12",
        "0-2, 6-6.1, 12-        | 16    | REPORTING |",
        "0-2, 6-6.1, 12-        | 16.1  | SILENT    | 12",
        // after a pause, a run that has begun is a sign of life
        "0-0.1, 6-6.1, 99-      | 99.5  | REPORTING |",
        // but not each start of a Diun that never ends a run
        "0-0.1, 6-6.1, 12-, 12.5-, 13-, 13.5- | 13.6 | SILENT | 12",
        "0-0.1, 6-6.1, 12-12.5! | 18.1  | REPORTING |",
        "0-0.1, 6-6.1, 12-12.5! | 18.2  | SILENT    | 6.1",
        "0-0.1, 6-, 12-12.1     | 24    | REPORTING |"
      })
  void aDiunIsAssessedByItsRuns(String runs, double now, Assessment.State state, Double since) {
    var list = Stream.of(runs.split(", ", -1)).map(RunHistoryTest::run).toList();
    assertThat(new RunHistory(list).assess(lastPing(list), at(now)))
        .isEqualTo(new Assessment(state, since == null ? null : at(since)));
  }

  private static Instant lastPing(List<Run> runs) {
    var last = runs.get(runs.size() - 1);
    return last.isOpen() ? last.startedAt() : last.endedAt();
  }

  private static Run run(String text) {
    var parts = text.strip().split("-", -1);
    var end = parts[1].replace("!", "");
    return new Run(
        parts[0].isEmpty() ? null : at(Double.parseDouble(parts[0])),
        end.isEmpty() ? null : at(Double.parseDouble(end)),
        null,
        null,
        null,
        null,
        null,
        null,
        text.endsWith("!"));
  }

  private static Instant at(double hours) {
    return MIDNIGHT.plus(Duration.ofMinutes(Math.round(hours * 60)));
  }
}
