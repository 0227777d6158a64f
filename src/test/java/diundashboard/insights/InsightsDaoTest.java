package diundashboard.insights;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.Beans;
import diundashboard.activity.ActivityDao;
import diundashboard.activity.retention.RetentionDao;
import diundashboard.counts.CountedImages;
import diundashboard.counts.ImageCounts;
import diundashboard.counts.NameDao;
import diundashboard.images.NotificationBodyDao;
import diundashboard.insights.History.Entry;
import diundashboard.insights.Insights.Day;
import diundashboard.insights.Insights.DoneBy;
import diundashboard.insights.Insights.HostShare;
import diundashboard.insights.Insights.KindShare;
import diundashboard.insights.Insights.NamedHost;
import diundashboard.insights.Insights.RegistryShare;
import diundashboard.insights.Insights.TagShare;
import diundashboard.insights.Insights.TimeToDone;
import diundashboard.insights.Insights.TopImage;
import diundashboard.insights.Insights.UrgentImage;
import diundashboard.insights.Insights.Week;
import diundashboard.insights.Insights.WeekProgress;
import diundashboard.platform.database.Database;
import diundashboard.platform.database.OnBothDatabases;
import diundashboard.versions.ChangeView;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@OnBothDatabases
class InsightsDaoTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final ReportingPeriod WEEK = ReportingPeriod.of(ZoneId.of("UTC"), 7, NOW);

  private Database database;
  private InsightsDao insights;
  private PendingImageDao pending;
  private PeriodHistories histories;

  @BeforeEach
  void create(Database database) {
    this.database = database;
    insights = new InsightsDao(database, new NameDao(database));
    pending = new PendingImageDao(database, new NameDao(database));
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
                .map(InsightsDaoTest::weekOf)
                .distinct()
                .map(week -> countIn(week, notified))
                .toList());
    assertThat(histories.of(period).timeToDone())
        .isEqualTo(timeToDone(history.durationsSince(period.from())));
    assertThat(histories.of(period).weeks())
        .isEqualTo(
            dates.stream()
                .collect(groupingBy(InsightsDaoTest::weekOf, TreeMap::new, toList()))
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
    assertThat(pending.mostUrgent()).isEmpty();
    assertThat(insights.byKind(insights.done(WEEK), images())).isEmpty();
    assertThat(insights.byTag(insights.done(WEEK), images())).isEmpty();
    assertThat(insights.byHost(WEEK, counts(), Map.of(), NOW)).isEmpty();
    assertThat(insights.byRegistry(insights.done(WEEK), images())).isEmpty();
    assertThat(histories.of(WEEK).top()).isEmpty();
  }

  @Test
  void pendingImagesAreCountedByTheDaySinceWhenTheyAre() {
    database.change(
        """
        INSERT INTO updates (image, registry, name, hostname, received_at, pending_since, acknowledged_at, snoozed_until) VALUES
          ('a', '', 'a', 'nas', '', '2026-11-20T00:00:00.000Z', NULL, NULL),
          ('b', '', 'b', 'nas', '', '2026-11-20T23:59:59.999Z', NULL, NULL),
          ('c', '', 'c', 'nas', '', '2026-11-15T23:59:59.999Z', NULL, NULL),
          ('d', '', 'd', 'nas', '', '2026-11-20T12:00:00.000Z', '2026-11-21T12:00:00.000Z', NULL),
          ('e', '', 'e', 'nas', '', '2026-11-20T12:00:00.000Z', NULL, 'next-digest')""");
    assertThat(pending.waiting(WEEK))
        .hasSize(7)
        .filteredOn(day -> day.count() > 0)
        .containsExactly(new Day(LocalDate.parse("2026-11-20"), 2));
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

  @Test
  void sharesCountPendingAndDoneImages() {
    var old = "2026-11-15T23:59:59.999Z";
    var recent = "2026-11-16T12:00:00.000Z";
    update("a", "docker.io", 0, "2026-11-20T12:00:00.000Z", null);
    update("b", "docker.io", 0, "2026-11-16T00:00:00.000Z", recent);
    update("c", "ghcr.io", 1, "2026-11-12T12:00:00.000Z", null);
    update("d", "quay.io", 1, old, old);
    update("e", "docker.io", 1, "2026-11-13T12:00:00.000Z", recent);
    update("f", "docker.io", 1, "2026-11-13T12:00:00.000Z", recent);
    occurs("a", "nas", "web", recent);
    occurs("a", "nas", "api", null);
    occurs("a", "vps", "", recent);
    occurs("b", "", "", recent);
    occurs("c", "old", "", null);
    occurs("d", "nas", "", old);
    occurs("e", "vps", "", recent);
    database.change("UPDATE updates SET acknowledged_by = 'imported' WHERE image = 'f'");
    hosts();
    database.change("INSERT INTO tags (id, name) VALUES (1, 'media'), (2, 'none has it')");
    database.change("INSERT INTO tag_assignments (image, tag_id) VALUES ('a', 1), ('d', 1)");
    var silentSince = Instant.parse("2026-11-19T00:00:00Z");
    var unknown = new TimeToDone(null, null, 0);
    var halfADay = new TimeToDone(0.5, 0.5, 1);
    var done = insights.done(WEEK);
    assertThat(insights.byKind(done, images()))
        .containsExactly(
            new KindShare("unknown", 2, 0, unknown),
            new KindShare("major", 0, 1, halfADay),
            new KindShare("minor", 0, 1, new TimeToDone(3.0, 3.0, 1)));
    assertThat(insights.byTag(done, images()))
        .containsExactly(
            new TagShare(null, 1, 2, new TimeToDone(1.75, 2.75, 2)),
            new TagShare("media", 1, 0, unknown));
    assertThat(insights.byHost(WEEK, counts(), Map.of("vps", silentSince), NOW))
        .containsExactly(
            new HostShare("nas", "NAS", 2, 0, unknown, 6.0, null),
            new HostShare("vps", null, 0, 2, new TimeToDone(3.0, 3.0, 1), null, silentSince),
            new HostShare("", null, 0, 1, halfADay, null, null));
    assertThat(insights.byRegistry(done, images()))
        .containsExactly(
            new RegistryShare("docker.io", 1, 2, new TimeToDone(1.75, 2.75, 2)),
            new RegistryShare("ghcr.io", 1, 0, unknown));
  }

  private void hosts() {
    database.change(
        """
        INSERT INTO hosts (hostname, canonical, display_name, diun_version, first_seen_at, last_seen_at)
        VALUES ('nas', 'nas', 'NAS', '', '', ''), ('old', 'nas', 'x', '', '', ''), ('vps', 'vps', '', '', '', ''),
               ('', '', '', '', '', '')""");
  }

  @Test
  void majorUpdatesAreUrgentAndThenTheOldest() {
    for (int i = 10; i < 20; i++) {
      update("minor-" + i, "", 1, "2026-11-%dT12:00:00.000Z".formatted(i), null);
    }
    update("major", "", 0, "2026-11-21T12:00:00.000Z", null);
    update("done", "", 0, "2026-11-20T12:00:00.000Z", "2026-11-21T12:00:00.000Z");
    database.change(
        "UPDATE updates SET change_from = '16', change_to = '18' WHERE image = 'major'");
    database.change("UPDATE updates SET snoozed_until = 'next-digest' WHERE image = 'minor-10'");
    occurs("major", "vps", "", null);
    occurs("major", "old", "", null);
    occurs("major", "nas", "", null);
    occurs("major", "", "", "2026-11-21T12:00:00.000Z");
    hosts();
    assertThat(pending.mostUrgent())
        .hasSize(10)
        .startsWith(
            new UrgentImage(
                "major",
                new ChangeView("major", "16", "18"),
                Instant.parse("2026-11-21T12:00:00Z"),
                List.of(new NamedHost("nas", "NAS"), new NamedHost("vps", null))),
            new UrgentImage(
                "minor-11",
                new ChangeView("minor", null, null),
                Instant.parse("2026-11-11T12:00:00Z"),
                List.of()))
        .extracting(UrgentImage::image)
        .endsWith("minor-18", "minor-19");
  }

  private CountedImages images() {
    return counts().current();
  }

  private ImageCounts counts() {
    return Beans.on(database).get(ImageCounts.class);
  }

  private void update(
      String image, String registry, int rank, String pendingSince, String acknowledgedAt) {
    database.change(
        """
        INSERT INTO updates (image, registry, received_at, change_rank, pending_since, acknowledged_at)
        VALUES (?, ?, '', ?, ?, ?)""",
        image,
        registry,
        rank,
        pendingSince,
        acknowledgedAt);
  }

  private void occurs(String image, String host, String workload, String acknowledgedAt) {
    database.change(
        """
        INSERT INTO occurrences (image, hostname, workload, status, provider, digest, stack, metadata, search,
                                 received_at, acknowledged_at)
        VALUES (?, ?, ?, '', '', '', '', '{}', '', '', ?)""",
        image,
        host,
        workload,
        acknowledgedAt);
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
