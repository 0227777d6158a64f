package diundashboard.insights;

import static java.util.Comparator.comparingLong;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import diundashboard.activity.ActivityDao;
import diundashboard.activity.ActivityDao.Extent;
import diundashboard.insights.HistoryDao.Change;
import diundashboard.insights.HistoryDao.Notified;
import diundashboard.insights.Insights.Arrivals;
import diundashboard.insights.Insights.Day;
import diundashboard.insights.Insights.DoneBy;
import diundashboard.insights.Insights.TimeToDone;
import diundashboard.insights.Insights.TopImage;
import diundashboard.insights.Insights.Week;
import diundashboard.insights.Insights.WeekProgress;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The statistics of a period from the activity log. New entries change only what they concern: each
 * figure is a sum over images, so the part of the images with new entries is computed again.
 *
 * <p>Not thread-safe.
 */
final class PeriodHistory {

  /** With more new entries, all is computed again. */
  private static final int MAX_CHANGES = 500;

  private static final int TOP = 10;

  private static final Comparator<Notified> MOST_NOTIFIED =
      comparingLong(Notified::notifications).thenComparingLong(Notified::lastId).reversed();

  private final HistoryDao dao;
  private final ActivityDao activity;
  private final String start;
  private final TimeRanges days;
  private final TimeRanges weeks;

  private Extent extent = Extent.EMPTY;
  private Map<LocalDate, Long> opened = Map.of();
  private Map<LocalDate, Long> arrivalsByDay = Map.of();
  private Map<LocalDate, Long> arrivalsByWeek = Map.of();
  private Map<LocalDate, Long> openings = Map.of();
  private Completions completions;
  private List<Notified> top = List.of();

  PeriodHistory(HistoryDao dao, ActivityDao activity, ReportingPeriod period) {
    this.dao = dao;
    this.activity = activity;
    this.start = period.start();
    this.days = period.days();
    this.weeks = period.weeks();
  }

  /** The statistics at one position of the log. */
  record Statistics(
      List<Day> pending,
      List<WeekProgress> weeks,
      Arrivals arrivals,
      TimeToDone timeToDone,
      List<DoneBy> doneBy,
      List<TopImage> top) {}

  /** Returns the current statistics. */
  Statistics get() {
    var current = activity.extent();
    if (isComparable(current)) update(current);
    else compute(current);
    var pending = pending();
    return new Statistics(
        pending,
        weeks(pending),
        new Arrivals(listOf(arrivalsByDay), listOf(arrivalsByWeek).stream().map(Week::of).toList()),
        completions.timeToDone(),
        completions.byActor(),
        top.stream().map(each -> new TopImage(each.image(), each.notifications())).toList());
  }

  /** Returns false for another log, or if retention may have deleted entries of the period. */
  private boolean isComparable(Extent current) {
    if (current.isEmpty() || !activity.hasEntry(extent.newest())) return false;
    return current.hasStartOf(extent) || current.firstAt().compareTo(start) < 0;
  }

  private void compute(Extent current) {
    var position = current.newest();
    extent = Extent.EMPTY; // all is computed again after a failure
    opened = dao.opened(days, position);
    arrivalsByDay = dao.arrivals(days, position);
    arrivalsByWeek = dao.arrivals(weeks, position);
    openings = dao.openings(days, position);
    completions = new Completions(days);
    completions.replace(List.of(), dao.completions(start, position));
    top = dao.mostNotified(start, position, TOP);
    extent = current;
  }

  private void update(Extent current) {
    if (!current.hasStartOf(extent)) { // the first week begins before the period
      arrivalsByWeek.putAll(dao.arrivals(weeks.until(current.firstAt()), extent.newest()));
    }
    var changes = dao.changes(extent.newest(), current.newest(), MAX_CHANGES);
    if (changes.size() == MAX_CHANGES) compute(current);
    else if (!changes.isEmpty()) apply(changes, current.newest());
    extent = current;
  }

  private void apply(List<Change> changes, long position) {
    var images = changes.stream().map(Change::image).collect(toSet());
    var notifications = dao.notifications(images, weeks.start(), position);
    var before = dao.completions(start, extent.newest(), images);
    var after = dao.completions(start, position, images);
    for (var each : changes) days.dayOf(each.at()).ifPresent(day -> add(each, day));
    addArrivals(arrivalsByDay, days, notifications);
    addArrivals(arrivalsByWeek, weeks, notifications);
    completions.replace(before, after);
    top = topOf(images, notifications);
  }

  private void add(Change change, LocalDate day) {
    opened.merge(day, change.opened(), Long::sum);
    if (change.isArrival()) openings.merge(day, 1L, Long::sum);
  }

  /** Counts the images whose first notification of a range is new. */
  private void addArrivals(
      Map<LocalDate, Long> arrivals, TimeRanges ranges, List<Change> notifications) {
    var counted = new HashSet<Map.Entry<String, LocalDate>>();
    for (var each : notifications) {
      var day = ranges.dayOf(each.at());
      if (day.isEmpty() || !counted.add(Map.entry(each.image(), day.get()))) continue;
      if (each.id() > extent.newest()) arrivals.merge(day.get(), 1L, Long::sum);
    }
  }

  /** Images outside the list without new notifications stay outside: the others only gain. */
  private List<Notified> topOf(Set<String> images, List<Change> notifications) {
    var unchanged = top.stream().filter(each -> !images.contains(each.image()));
    var changed =
        notifications.stream()
            .filter(each -> each.at().compareTo(start) >= 0)
            .collect(groupingBy(Change::image))
            .values()
            .stream()
            .map(PeriodHistory::notified);
    return Stream.concat(unchanged, changed).sorted(MOST_NOTIFIED).limit(TOP).toList();
  }

  private static Notified notified(List<Change> notifications) {
    var last = notifications.get(notifications.size() - 1);
    return new Notified(last.image(), notifications.size(), last.id());
  }

  /** Counts the images that were pending at the end of each day, backwards from the last. */
  private List<Day> pending() {
    var pending = new ArrayList<Day>();
    var count = dao.pendingAt(extent.newest());
    for (int i = days.ranges().size() - 1; i >= 0; i--) {
      var day = days.ranges().get(i).day();
      pending.add(0, new Day(day, count));
      count -= opened.getOrDefault(day, 0L);
    }
    return pending;
  }

  /** Sums up the days of each week. */
  private List<WeekProgress> weeks(List<Day> pending) {
    return pending.stream()
        .collect(groupingBy(each -> Week.nameOf(each.day()), TreeMap::new, toList()))
        .entrySet()
        .stream()
        .map(each -> progress(each.getKey(), each.getValue()))
        .toList();
  }

  private WeekProgress progress(String week, List<Day> days) {
    return new WeekProgress(
        week,
        days.get(0).day(),
        days.stream().mapToLong(each -> openings.getOrDefault(each.day(), 0L)).sum(),
        days.stream().mapToLong(each -> completions.on(each.day())).sum(),
        days.get(days.size() - 1).count());
  }

  private static List<Day> listOf(Map<LocalDate, Long> counts) {
    return counts.entrySet().stream().map(each -> new Day(each.getKey(), each.getValue())).toList();
  }
}
