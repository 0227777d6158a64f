package diundashboard.hosts;

import diundashboard.hosts.Reports.Run;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The times of the notifications of one hostname, as counts by day and as runs.
 *
 * <p>Not thread-safe.
 */
final class NotificationTimes {

  private final NavigableMap<LocalDate, Long> countsByDay = new TreeMap<>();

  /** The last notification of each run by its first. */
  private final NavigableMap<Instant, Instant> runs = new TreeMap<>();

  /** Adds a notification. It may be earlier than others, because clocks differ. */
  void add(Instant at) {
    countsByDay.merge(dayOf(at), 1L, Long::sum);
    var first = at;
    var last = at;
    var before = runs.floorEntry(at);
    if (before != null && at.isBefore(before.getValue().plus(Reports.PAUSE))) {
      first = before.getKey();
      if (before.getValue().isAfter(at)) last = before.getValue();
    }
    var after = runs.higherEntry(at);
    if (after != null && after.getKey().isBefore(last.plus(Reports.PAUSE))) {
      runs.remove(after.getKey());
      if (after.getValue().isAfter(last)) last = after.getValue();
    }
    runs.put(first, last);
  }

  /** Forgets notifications that are no longer in the activity log. */
  void startAt(Instant first, NotificationDao.Start start) {
    var day = dayOf(first);
    countsByDay.headMap(day, true).clear();
    if (start.countOfDay() > 0) countsByDay.put(day, start.countOfDay());
    forgetRunsBefore(start.isFirst() ? first : first.plusMillis(1));
  }

  /** Forgets the runs that ended before a moment. */
  void forgetRunsBefore(Instant moment) {
    while (!runs.isEmpty() && runs.firstEntry().getValue().isBefore(moment)) runs.pollFirstEntry();
  }

  long count() {
    return countsByDay.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Returns the runs since a moment. It cuts off the beginning of a run that contains it. */
  Stream<Run> runsSince(Instant moment) {
    return runs.entrySet().stream()
        .filter(run -> !run.getValue().isBefore(moment))
        .map(run -> new Run(run.getKey().isBefore(moment) ? moment : run.getKey(), run.getValue()));
  }

  static LocalDate dayOf(Instant moment) {
    return LocalDate.ofInstant(moment, ZoneOffset.UTC);
  }
}
