package diundashboard.heartbeats;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The last runs of a Diun, and what is usual for them.
 *
 * @param runs the oldest first
 */
record RunHistory(List<Run> runs) {

  private static final Duration MIN_WAIT = Duration.ofHours(1);

  /**
   * Assesses a Diun. It is silent if no run ended for twice the usual interval, or if a run takes
   * more than twice as long as any other, but not within an hour.
   *
   * @param lastPingAt any ping
   */
  Assessment assess(Instant lastPingAt, Instant now) {
    var interval = interval();
    if (interval.isEmpty()) return Assessment.ofNew(lastPingAt, now);
    var unfinished = firstUnfinished();
    return unfinished.isPresent()
        ? Assessment.of(unfinished.get(), atLeastAnHour(longest().multipliedBy(2)), now)
        : Assessment.of(lastEnd(), atLeastAnHour(interval.get().multipliedBy(2)), now);
  }

  /** The median time from the end of a run to that of the next; empty for fewer than two runs. */
  Optional<Duration> interval() {
    var ends = complete().stream().map(Run::endedAt).toList();
    var intervals =
        IntStream.range(1, ends.size())
            .mapToObj(i -> Duration.between(ends.get(i - 1), ends.get(i)))
            .toList();
    return intervals.isEmpty() ? Optional.empty() : Optional.of(Median.of(intervals));
  }

  private static Duration atLeastAnHour(Duration wait) {
    return wait.compareTo(MIN_WAIT) < 0 ? MIN_WAIT : wait;
  }

  private List<Run> complete() {
    return runs.stream().filter(Run::isComplete).toList();
  }

  private Instant lastEnd() {
    var complete = complete();
    return complete.get(complete.size() - 1).endedAt();
  }

  private Duration longest() {
    return complete().stream().map(Run::duration).max(Duration::compareTo).orElse(Duration.ZERO);
  }

  /**
   * The start of the first run after the last complete one that did not end. A Diun that crashes in
   * each of its runs does not report, however often it starts.
   */
  private Optional<Instant> firstUnfinished() {
    var first = new ArrayList<Instant>();
    for (var run : runs) {
      if (run.isComplete()) first.clear();
      else if (run.isOpen() && first.isEmpty()) first.add(run.startedAt());
    }
    return first.stream().findFirst();
  }
}
