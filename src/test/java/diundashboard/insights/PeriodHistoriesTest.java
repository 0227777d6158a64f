package diundashboard.insights;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.activity.ActivityDao;
import diundashboard.activity.retention.RetentionDao;
import diundashboard.images.NotificationBodyDao;
import diundashboard.insights.History.Entry;
import diundashboard.insights.Insights.Day;
import diundashboard.insights.Insights.DoneBy;
import diundashboard.insights.Insights.TimeToDone;
import diundashboard.insights.Insights.TopImage;
import diundashboard.insights.Insights.Week;
import diundashboard.insights.Insights.WeekProgress;
import diundashboard.platform.database.Database;
import diundashboard.platform.database.OnBothDatabases;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@OnBothDatabases
class PeriodHistoriesTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final ReportingPeriod WEEK = ReportingPeriod.of(ZoneId.of("UTC"), 7, NOW);

  private Database database;
  private PeriodHistories histories;

  @BeforeEach
  void create(Database database) {
    this.database = database;
    histories = newHistories();
  }

  /** Includes days of 23, 24 and 25 hours, a day that begins at 01:00, and a skipped day. */
  @ParameterizedTest
  @CsvSource({
    "1, Europe/Berlin, 2026-04-02T09:00:00Z, 9",
    "2, Europe/Berlin, 2026-10-30T23:30:00Z, 12",
    "3, America/New_York, 2026-03-10T03:00:00Z, 30",
    "4, America/New_York, 2026-11-03T12:00:00Z, 5",
    "5, Asia/Kolkata, 2027-01-05T12:00:00Z, 40",
    "6, Pacific/Apia, 2012-01-02T12:00:00Z, 8",
    "7, America/Sao_Paulo, 2018-11-06T12:00:00Z, 6",
    "8, UTC, 2026-11-22T12:00:00Z, 400",
    "9, Pacific/Apia, 2026-11-22T12:00:00Z, 1"
  })
  void statisticsEqualAnIndependentComputation(int seed, ZoneId zone, Instant now, int days) {
    var period = ReportingPeriod.of(zone, days, now);
    var history = History.random(seed, period, now);
    history.store(database);
    var notified = history.entries().stream().filter(Entry::isNotified).toList();
    var dates = period.from().datesUntil(period.to().plusDays(1)).toList();
    assertThat(histories.of(period).pending())
        .isEqualTo(dates.stream().map(day -> new Day(day, history.pendingAtEndOf(day))).toList());
    assertThat(histories.of(period).arrivals().days())
        .isEqualTo(
            dates.stream()
                .map(day -> new Day(day, images(notified, each -> each.day().equals(day))))
                .toList());
    assertThat(histories.of(period).arrivals().weeks())
        .isEqualTo(
            dates.stream()
                .map(PeriodHistoriesTest::weekOf)
                .distinct()
                .map(week -> countIn(week, notified))
                .toList());
    assertThat(histories.of(period).timeToDone())
        .isEqualTo(timeToDone(history.durationsSince(period.from())));
    assertThat(histories.of(period).weeks())
        .isEqualTo(
            dates.stream()
                .collect(groupingBy(PeriodHistoriesTest::weekOf, TreeMap::new, toList()))
                .entrySet()
                .stream()
                .map(week -> progress(week.getKey(), week.getValue(), history))
                .toList());
    assertThat(histories.of(period).doneBy())
        .isEqualTo(doneBy(history.completionsSince(period.from())));
    assertThat(histories.of(period).top())
        .extracting(TopImage::notifications)
        .isEqualTo(
            notified.stream()
                .filter(each -> !each.day().isBefore(period.from()))
                .collect(groupingBy(Entry::image, counting()))
                .values()
                .stream()
                .sorted((a, b) -> Long.compare(b, a))
                .limit(10)
                .toList());
  }

  /** Reads only new entries, while old ones are deleted. */
  @ParameterizedTest
  @CsvSource({
    "1, Europe/Berlin, 2026-04-02T09:00:00Z, 9",
    "2, Europe/Berlin, 2026-10-30T23:30:00Z, 12",
    "5, Asia/Kolkata, 2027-01-05T12:00:00Z, 40",
    "6, Pacific/Apia, 2012-01-02T12:00:00Z, 8"
  })
  void laterResultsEqualThoseOfANewReader(int seed, ZoneId zone, Instant now, int days) {
    var period = ReportingPeriod.of(zone, days, now);
    var history = History.random(seed, period, now);
    var random = new Random(seed);
    var retention = new RetentionDao(database, new NotificationBodyDao(database));
    history.storePending(database);
    for (int from = 0, size; from < history.entries().size(); from += size) {
      size = Math.min(1 + random.nextInt(30), history.entries().size() - from);
      history.store(database, from, from + size);
      if (from > 100)
        retention.deleteBefore(history.entries().get(from - 80).at(), random.nextInt(40));
      assertThat(histories.of(period)).isEqualTo(newHistories().of(period));
    }
    database.change("DELETE FROM activity");
    history.store(database, 0, 9);
    assertThat(histories.of(period)).isEqualTo(newHistories().of(period));
    database.change("DELETE FROM activity");
    assertThat(histories.of(period)).isEqualTo(newHistories().of(period));
  }

  /** A large action appends more entries than are read one by one. */
  @Test
  void resultsFollowALargeAction() {
    notify("old");
    assertThat(histories.of(WEEK).top()).containsExactly(new TopImage("old", 1));
    IntStream.range(0, 600).forEach(i -> notify("image-" + i % 300));
    assertThat(histories.of(WEEK)).isEqualTo(newHistories().of(WEEK));
    assertThat(histories.of(WEEK).arrivals().days())
        .contains(new Day(LocalDate.parse("2026-11-22"), 301));
  }

  private void notify(String image) {
    database.change(
        "INSERT INTO activity (at, kind, image, opened) VALUES ('2026-11-22T10:00:00.000Z', 'notified', ?, 1)",
        image);
  }

  private PeriodHistories newHistories() {
    return new PeriodHistories(database, new ActivityDao(database));
  }

  @Test
  void emptyLogGivesEmptyStatistics() {
    assertThat(histories.of(WEEK).pending()).extracting(Day::count).containsOnly(0L).hasSize(7);
    assertThat(histories.of(WEEK).arrivals().weeks())
        .containsExactly(new Week("2026-W47", LocalDate.parse("2026-11-16"), 0));
    assertThat(histories.of(WEEK).timeToDone()).isEqualTo(new TimeToDone(null, null, 0));
    assertThat(histories.of(WEEK).weeks())
        .containsExactly(new WeekProgress("2026-W47", LocalDate.parse("2026-11-16"), 0, 0, 0));
    assertThat(histories.of(WEEK).doneBy()).isEmpty();
    assertThat(histories.of(WEEK).top()).isEmpty();
  }

  @Test
  void tiesAreSortedByTheLastNotification() {
    database.change(
        "INSERT INTO activity (at, kind, image) VALUES ('2026-11-22T10:00:00.000Z', 'notified', 'b'), ('2026-11-22T10:00:00.000Z', 'notified', 'a'), ('2026-11-22T10:00:00.000Z', 'notified', 'c')");
    assertThat(histories.of(WEEK).top()).extracting(TopImage::image).containsExactly("c", "a", "b");
  }

  /** A reopening has no action, and an undo may belong to another place of the image. */
  @ParameterizedTest
  @CsvSource({
    "'acknowledged -1 7', 1",
    "'acknowledged -1 7, reopened 1 7', 0",
    "'acknowledged -1 7, reopened 1 null', 0",
    "'acknowledged 0 6, acknowledged -1 7, reopened 1 6', 0",
    "'acknowledged -1 7, reopened 1 null, acknowledged -1 8', 1",
    "'acknowledged -1 7, notified 1 null', 1",
    "'acknowledged -1 7, notified 1 null, acknowledged -1 8, reopened 1 8', 1",
    "'acknowledged -1 7, noted 0 null, reopened 1 null', 0",
    "'acknowledged -1 7, reopened 1 8, reopening_undone -1 8', 1",
    "'acknowledged -1 7, reopened 1 8, reopening_undone -1 8, reopened 1 9', 0",
    "'acknowledged -1 7, reopened 1 8, muted -1 9', 0",
    "'muted -1 7', 0",
    "'acknowledged 0 6, removed -1 7', 0"
  })
  void reopenedImagesAreNotDone(String entries, int done) {
    for (var image : List.of("a", "b")) {
      for (var entry : entries.split(", ", -1)) {
        var parts = entry.split(" ", -1);
        database.change(
            """
            INSERT INTO activity (at, kind, image, opened, change_id, pending_since)
            VALUES ('2026-11-22T10:00:00.000Z', ?, ?, ?, ?, '2026-11-21T10:00:00.000Z')""",
            parts[0],
            image,
            Integer.valueOf(parts[1]),
            parts[2].equals("null") ? null : Long.valueOf(parts[2]));
      }
    }
    var days = done == 0 ? null : 1.0;
    assertThat(histories.of(WEEK).timeToDone()).isEqualTo(new TimeToDone(days, days, 2L * done));
  }

  private static long images(List<Entry> entries, Predicate<Entry> condition) {
    return entries.stream().filter(condition).map(Entry::image).collect(toSet()).size();
  }

  private static String weekOf(LocalDate day) {
    return "%d-W%02d"
        .formatted(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
  }

  private static Week countIn(String week, List<Entry> notified) {
    var monday = LocalDate.parse(week + "-1", DateTimeFormatter.ISO_WEEK_DATE);
    return new Week(week, monday, images(notified, each -> weekOf(each.day()).equals(week)));
  }

  private static WeekProgress progress(String week, List<LocalDate> days, History history) {
    return new WeekProgress(
        week,
        days.get(0),
        history.entries().stream()
            .filter(each -> days.contains(each.day()) && each.isNotified() && each.opened() > 0)
            .count(),
        history.completionsSince(days.get(0)).stream()
            .filter(each -> days.contains(each.day()))
            .count(),
        history.pendingAtEndOf(days.get(days.size() - 1)));
  }

  private static List<DoneBy> doneBy(List<Entry> completions) {
    return completions.stream().collect(groupingBy(Entry::actor, counting())).entrySet().stream()
        .map(each -> new DoneBy(each.getKey().isEmpty() ? null : each.getKey(), each.getValue()))
        .sorted(
            comparing(DoneBy::count)
                .reversed()
                .thenComparing(DoneBy::actor, nullsFirst(naturalOrder())))
        .toList();
  }

  private static TimeToDone timeToDone(List<Duration> durations) {
    var days = durations.stream().map(each -> each.toMillis() / 86_400_000.0).sorted().toList();
    return new TimeToDone(percentile(days, 0.5), percentile(days, 0.9), days.size());
  }

  private static Double percentile(List<Double> sorted, double fraction) {
    if (sorted.isEmpty()) return null;
    var place = fraction * (sorted.size() - 1);
    var below = sorted.get((int) Math.floor(place));
    var above = sorted.get((int) Math.ceil(place));
    return Math.round((below + (above - below) * (place - Math.floor(place))) * 100) / 100.0;
  }
}
