package diundashboard.hosts;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.Beans;
import diundashboard.activity.ActivityDao;
import diundashboard.activity.retention.RetentionDao;
import diundashboard.counts.CountedImages;
import diundashboard.counts.ImageCounts;
import diundashboard.images.NotificationBodyDao;
import diundashboard.platform.database.Database;
import diundashboard.platform.database.OnBothDatabases;
import diundashboard.platform.database.Timestamps;
import jakarta.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnBothDatabases
class HostDaoTest {

  private static final CountedImages NO_IMAGES = new CountedImages(Map.of());

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final Instant YESTERDAY = NOW.minus(Duration.ofDays(1));

  private Database database;
  private HostDao hosts;

  @BeforeEach
  void create(Database database) {
    this.database = database;
    hosts = newReader();
  }

  @Test
  void aContactIsRecorded() {
    hosts.recordContact("nas", "v4.32.0", YESTERDAY);
    hosts.recordContact("nas", "v4.33.0", NOW);
    occurs("a", "nas", "web", true, false);
    occurs("a", "nas", "api", true, false);
    occurs("b", "nas", "web", false, false);
    occurs("c", "nas", "web", true, true);
    notified("nas", YESTERDAY);
    assertThat(list())
        .containsExactly(
            new Host(
                "nas",
                null,
                "v4.33.0",
                YESTERDAY,
                NOW,
                new Host.Counts(1, 3),
                1,
                null,
                null,
                "too_new",
                "guess",
                null,
                null,
                List.of()));
  }

  @Test
  void hostsAreSortedByDisplayName() {
    Stream.of("b", "C", "a", "", "Ä").forEach(each -> hosts.recordContact(each, "", NOW));
    hosts.rename("a", "x");
    assertThat(list()).extracting(Host::displayName).containsExactly("", "b", "C", "x", "Ä");
  }

  @Test
  void mergedHostsCountTogetherUntilUnmerged() {
    hosts.recordContact("old", "v4.32.0", YESTERDAY);
    hosts.recordContact("nas", "v4.33.0", NOW);
    hosts.rename("old", "before");
    occurs("a", "nas", "", true, false);
    occurs("a", "old", "", true, false);
    occurs("b", "old", "", true, false);
    notified("old", YESTERDAY);
    notified("nas", NOW);
    var before = list();
    hosts.merge("old", "nas");
    assertThat(list())
        .containsExactly(
            new Host(
                "nas",
                null,
                "v4.33.0",
                YESTERDAY,
                NOW,
                new Host.Counts(2, 2),
                2,
                null,
                null,
                "too_new",
                "guess",
                null,
                null,
                List.of(new Host.Merged("old", "before", "nas", YESTERDAY))));
    hosts.merge("old", null);
    assertThat(list()).isEqualTo(before);
  }

  @Test
  void aChainOfMergesCountsAsItsLastHost() {
    Stream.of("a", "b", "c", "d").forEach(each -> hosts.recordContact(each, "", NOW));
    hosts.merge("a", "b");
    hosts.merge("b", "c");
    hosts.merge("d", "b");
    assertThat(canonicals()).isEqualTo(Map.of("a", "c", "b", "c", "c", "c", "d", "c"));
    hosts.merge("b", null);
    assertThat(canonicals()).isEqualTo(Map.of("a", "b", "b", "b", "c", "c", "d", "b"));
  }

  @Test
  void theUsualGapIsTheMedianPauseBetweenReports() {
    hosts.recordContact("nas", "", NOW.minusSeconds(8001));
    report("nas", NOW.minusSeconds(20_000), 3);
    report("nas", NOW.minusSeconds(16_000), 1);
    report("nas", NOW.minusSeconds(12_000), 2);
    assertThat(gapAndSilence()).isEqualTo("null null");
    report("nas", NOW.minusSeconds(8001), 1);
    assertThat(gapAndSilence()).isEqualTo("3999 " + NOW.minusSeconds(8001));
    hosts.recordContact("nas", "", NOW.minusSeconds(2 * 3999));
    assertThat(gapAndSilence()).isEqualTo("3999 null");
  }

  @Test
  void reportsBeforeTheObservedPeriodAreIgnored() {
    hosts.recordContact("nas", "", NOW);
    IntStream.range(0, 4).forEach(i -> notified("nas", NOW.minus(Duration.ofDays(91 + i))));
    assertThat(gapAndSilence()).isEqualTo("null null");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void numbersEqualAnIndependentComputation(int seed) {
    var random = new Random(seed);
    var names = List.of("nas", "", "日本/%_", "a'; --", "old1", "old2", "old3");
    names.forEach(
        each ->
            hosts.recordContact(
                each, "v" + random.nextInt(9), NOW.minusSeconds(random.nextInt(900_000))));
    hosts.merge("old1", names.get(random.nextInt(4)));
    hosts.merge("old2", names.get(random.nextInt(5)));
    hosts.merge("old3", names.get(random.nextInt(6)));
    var heard = new ArrayList<Map.Entry<String, Instant>>();
    var at = NOW.minus(Duration.ofDays(100));
    while (at.isBefore(NOW)) {
      var host = names.get(random.nextInt(names.size()));
      heard.add(Map.entry(host, at));
      at = at.plusMillis(random.nextInt(4) == 0 ? 600_000 : random.nextInt(40_000_000));
    }
    notified(heard);
    var canonicals = canonicals();
    var byHost = heard.stream().collect(groupingBy(each -> canonicals.get(each.getKey())));
    var expected = new HashMap<String, String>();
    byHost.forEach((host, all) -> expected.put(host, all.size() + " " + usualGap(all)));
    assertThat(list().stream().collect(toMap(Host::host, HostDaoTest::figures)))
        .isEqualTo(expected);
  }

  /** Reads only new entries, while entries arrive late, old ones are deleted and hosts merge. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void laterResultsEqualThoseOfANewReader(int seed) {
    var random = new Random(seed);
    var names = List.of("nas", "", "old", "new");
    names.forEach(each -> hosts.recordContact(each, "", NOW));
    var retention = new RetentionDao(database, new NotificationBodyDao(database));
    var start = NOW.minus(Duration.ofDays(120));
    for (int i = 0; i < 40; i++) {
      var step = start.plus(Duration.ofDays(3).multipliedBy(i));
      notified(
          random
              .ints(random.nextInt(30), 0, 6 * 86_400)
              .mapToObj(
                  late ->
                      Map.entry(
                          names.get(random.nextInt(names.size())),
                          step.minusSeconds(late - late % 300)))
              .toList());
      if (i % 5 == 0) hosts.merge("old", i % 2 == 0 ? "new" : null);
      if (i > 20) retention.deleteBefore(start.plus(Duration.ofDays(2L * i)), random.nextInt(40));
      var now = step.plusSeconds(random.nextInt(1000));
      assertThat(hosts.list(now, NO_IMAGES)).isEqualTo(newReader().list(now, NO_IMAGES));
    }
    database.change("DELETE FROM activity");
    assertThat(hosts.list(NOW, NO_IMAGES)).isEqualTo(newReader().list(NOW, NO_IMAGES));
    notified("nas", NOW);
    assertThat(hosts.list(NOW, NO_IMAGES)).isEqualTo(newReader().list(NOW, NO_IMAGES));
  }

  private HostDao newReader() {
    return new HostDao(database, new HostHistory(database, new ActivityDao(database)));
  }

  private static String figures(Host host) {
    return host.notifications() + " " + host.usualGapSeconds();
  }

  private static Long usualGap(List<Map.Entry<String, Instant>> heard) {
    var recent =
        heard.stream()
            .map(Map.Entry::getValue)
            .filter(each -> !each.isBefore(NOW.minus(Duration.ofDays(90))))
            .toList();
    var pauses =
        IntStream.range(1, recent.size())
            .mapToObj(i -> Duration.between(recent.get(i - 1), recent.get(i)).toMillis())
            .filter(pause -> pause >= 600_000)
            .sorted(Comparator.naturalOrder())
            .toList();
    if (pauses.size() < 3) return null;
    var middle = pauses.get((pauses.size() - 1) / 2) + pauses.get(pauses.size() / 2);
    return Math.round(middle / 2000.0);
  }

  private void report(String host, Instant end, int notifications) {
    IntStream.range(0, notifications).forEach(i -> notified(host, end.minusSeconds(599L * i)));
  }

  private void notified(String host, Instant at) {
    notified(List.of(Map.entry(host, at)));
  }

  private void notified(List<Map.Entry<String, Instant>> heard) {
    var rows = Json.createArrayBuilder();
    heard.forEach(
        each ->
            rows.add(
                Json.createArrayBuilder()
                    .add(each.getKey())
                    .add(Timestamps.format(each.getValue()))));
    database.change(
        "INSERT INTO activity (kind, hostname, at) SELECT 'notified', value ->> 0, value ->> 1 FROM "
            + database.dialect().jsonArrayTable(),
        rows.build().toString());
  }

  private void occurs(
      String image, String host, String workload, boolean isPending, boolean isSnoozed) {
    database.change(
        "INSERT INTO updates (image, received_at) VALUES (?, '') ON CONFLICT DO NOTHING", image);
    database.change(
        """
        INSERT INTO occurrences (image, hostname, workload, status, provider, digest, stack, metadata, search,
                                 received_at, acknowledged_at, snoozed_until)
        VALUES (?, ?, ?, '', '', '', '', '{}', '', '', ?, ?)""",
        image,
        host,
        workload,
        isPending ? null : "then",
        isSnoozed ? "later" : null);
  }

  private List<Host> list() {
    var images = Beans.on(database).get(ImageCounts.class).current();
    return hosts.list(NOW, images);
  }

  private String gapAndSilence() {
    var host = list().get(0);
    return host.usualGapSeconds() + " " + host.silentSince();
  }

  private Map<String, String> canonicals() {
    return hosts.lock().stream()
        .collect(toMap(HostDao.HostIdentity::hostname, HostDao.HostIdentity::canonical));
  }
}
