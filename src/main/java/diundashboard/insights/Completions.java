package diundashboard.insights;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;

import diundashboard.insights.HistoryDao.Completion;
import diundashboard.insights.Insights.DoneBy;
import diundashboard.insights.Insights.TimeToDone;
import diundashboard.platform.database.Columns;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The times that images became done in a period, counted by day and by actor.
 *
 * <p>Not thread-safe.
 */
final class Completions {

  private final TimeRanges days;
  private final Map<LocalDate, Long> byDay = new HashMap<>();
  private final Map<String, Long> byActor = new HashMap<>();
  private Durations durations = Durations.of(List.of());

  Completions(TimeRanges days) {
    this.days = days;
  }

  void replace(List<Completion> removed, List<Completion> added) {
    durations = durations.replace(millis(removed), millis(added));
    removed.forEach(each -> count(each, -1));
    added.forEach(each -> count(each, 1));
  }

  private static List<Long> millis(List<Completion> completions) {
    return completions.stream().map(Completion::millis).toList();
  }

  private void count(Completion completion, long by) {
    days.dayOf(completion.at()).ifPresent(day -> byDay.merge(day, by, Long::sum));
    byActor.merge(completion.actor(), by, Long::sum);
  }

  long on(LocalDate day) {
    return byDay.getOrDefault(day, 0L);
  }

  TimeToDone timeToDone() {
    return durations.timeToDone();
  }

  /** Returns the numbers by actor, the largest first. */
  List<DoneBy> byActor() {
    return byActor.entrySet().stream()
        .filter(each -> each.getValue() > 0)
        .sorted(
            comparingLong(Map.Entry<String, Long>::getValue)
                .reversed()
                .thenComparing(comparing(Map.Entry::getKey)))
        .map(each -> new DoneBy(Columns.emptyToNull(each.getKey()), each.getValue()))
        .toList();
  }
}
