package diundashboard.heartbeats;

import java.time.Duration;
import java.util.List;

/** The median of durations, which outliers do not change. */
public final class Median {

  private Median() {}

  /**
   * Returns the median, rounded down to nanoseconds.
   *
   * @param durations at least one
   */
  public static Duration of(List<Duration> durations) {
    var sorted = durations.stream().sorted().toList();
    var size = sorted.size();
    return sorted.get((size - 1) / 2).plus(sorted.get(size / 2)).dividedBy(2);
  }
}
