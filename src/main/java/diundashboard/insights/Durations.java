package diundashboard.insights;

import diundashboard.insights.Insights.TimeToDone;
import java.util.Arrays;
import java.util.List;

/** A multiset of durations. */
final class Durations {

  private static final double DAY = 86_400_000;

  /** In milliseconds. */
  private final long[] sorted;

  private Durations(long[] sorted) {
    this.sorted = sorted;
  }

  static Durations of(List<Long> millis) {
    return new Durations(sorted(millis));
  }

  /** Returns these without some of them, and with others. */
  Durations replace(List<Long> removed, List<Long> added) {
    if (removed.equals(added)) return this;
    var without = sorted(removed);
    var kept = new long[sorted.length + added.size()];
    var size = 0;
    var next = 0;
    for (var each : sorted) {
      while (next < without.length && without[next] < each) next++;
      if (next < without.length && without[next] == each) next++;
      else kept[size++] = each;
    }
    for (var each : added) kept[size++] = each;
    return new Durations(Arrays.stream(kept, 0, size).sorted().toArray());
  }

  private static long[] sorted(List<Long> millis) {
    return millis.stream().mapToLong(Long::longValue).sorted().toArray();
  }

  TimeToDone timeToDone() {
    return new TimeToDone(percentile(0.5), percentile(0.9), sorted.length);
  }

  /** Interpolates linearly between the two values next to its place. */
  private Double percentile(double fraction) {
    if (sorted.length == 0) return null;
    var place = fraction * (sorted.length - 1);
    var below = sorted[(int) Math.floor(place)] / DAY;
    var above = sorted[(int) Math.ceil(place)] / DAY;
    return Math.round((below + (above - below) * (place - Math.floor(place))) * 100) / 100.0;
  }
}
