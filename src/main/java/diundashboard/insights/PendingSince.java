package diundashboard.insights;

import diundashboard.insights.Insights.Day;
import diundashboard.insights.Insights.StillPending;
import diundashboard.versions.ChangeKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts the images that are pending now by the day since when they are. */
final class PendingSince {

  private PendingSince() {}

  /**
   * Counts those of each day and of the days before it.
   *
   * @param pendingSince in milliseconds since the epoch
   * @return by kind, the riskiest first
   */
  static List<StillPending> byKind(Map<ChangeKind, List<Long>> pendingSince, TimeRanges days) {
    return new TreeMap<>(pendingSince)
        .entrySet().stream()
            .map(each -> new StillPending(each.getKey().value(), counts(each.getValue(), days)))
            .toList();
  }

  private static List<Day> counts(List<Long> pendingSince, TimeRanges days) {
    var sorted = pendingSince.stream().mapToLong(Long::longValue).sorted().toArray();
    var counts = new ArrayList<Day>();
    var count = 0;
    for (var range : days.ranges()) {
      var end = Instant.parse(range.end()).toEpochMilli();
      while (count < sorted.length && sorted[count] < end) count++;
      counts.add(new Day(range.day(), count));
    }
    return counts;
  }
}
