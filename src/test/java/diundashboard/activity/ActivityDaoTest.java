package diundashboard.activity;

import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.activity.ActivityLog.Entry;
import diundashboard.hosts.HostDao;
import diundashboard.hosts.HostHistory;
import diundashboard.images.Image;
import diundashboard.images.Occurrence;
import diundashboard.images.StackName;
import diundashboard.platform.database.Database;
import diundashboard.platform.database.OnBothDatabases;
import diundashboard.platform.security.Caller;
import diundashboard.platform.security.CurrentCaller;
import diundashboard.platform.security.Role;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class ActivityDaoTest {

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private Database database;
  private ActivityDao activity;
  private ActivityLog log;
  private final CurrentCaller caller = new CurrentCaller();

  @BeforeEach
  void create(Database database) {
    this.database = database;
    activity = new ActivityDao(database);
    log = new ActivityLog(database, caller);
  }

  @Test
  void entriesAreNewestFirstWithNullForUnknownValues() {
    log.append(
        List.of(
            NotificationEntry.notified(
                NOON, occurrence("nginx:1", "nas", "web", "sha256:1"), true, "{}")));
    log.appendAutomatic(Entry.of(NOON.plusSeconds(1), ActivityKind.TAG_CREATED, "media"));
    assertThat(list(all()))
        .containsExactly(
            new ActivityEntry(
                2, NOON.plusSeconds(1), "tag_created", null, null, null, null, null, "media", null),
            new ActivityEntry(
                1, NOON, "notified", "nginx:1", "nas", "web", "sha256:1", "nas", null, null));
  }

  @Test
  void aPageEndsBeforeAnIdAndAtALimit() {
    notified("a", "b", "c", "d");
    assertThat(activity.list(all(), 4, 2)).extracting(ActivityEntry::id).containsExactly(3L, 2L);
    assertThat(activity.after(1, 2)).extracting(ActivityEntry::id).containsExactly(2L, 3L);
  }

  @Test
  void everyFilterMatchesItsEntries() {
    log.append(
        List.of(
            NotificationEntry.notified(
                NOON, occurrence("nginx:1", "nas", "web", "sha256:1"), true, "{}")));
    append(
        "ann",
        Entry.ofImage(NOON.plusSeconds(1), ActivityKind.ACKNOWLEDGED, Image.parse("nginx:1"), ""));
    append(
        "bob",
        Entry.ofImage(NOON.plusSeconds(2), ActivityKind.TAGGED, Image.parse("redis:8"), "media"));
    assertThat(ids(new ActivityFilter("nginx:1", null, List.of(), null, null, null)))
        .containsExactly(2L, 1L);
    assertThat(ids(ActivityFilter.of(List.of(ActivityKind.TAGGED, ActivityKind.NOTIFIED))))
        .containsExactly(3L, 1L);
    assertThat(ids(new ActivityFilter(null, null, List.of(), "ann", null, null)))
        .containsExactly(2L);
    assertThat(
            ids(
                new ActivityFilter(
                    null, null, List.of(), null, NOON.plusSeconds(1), NOON.plusSeconds(2))))
        .containsExactly(2L);
    assertThat(
            ids(
                new ActivityFilter(
                    "nginx:1",
                    "nas",
                    List.of(ActivityKind.NOTIFIED),
                    "nas",
                    NOON,
                    NOON.plusSeconds(9))))
        .containsExactly(1L);
  }

  @Test
  void aHostIncludesHostsMergedIntoIt() {
    var hosts = new HostDao(database, new HostHistory(database, new ActivityDao(database)));
    for (var each : List.of("nas", "nas-old", "vps")) {
      hosts.recordContact(each, "v4", NOON);
      log.append(
          List.of(
              NotificationEntry.notified(NOON, occurrence("nginx:1", each, "", ""), true, "{}")));
    }
    database.change("UPDATE hosts SET canonical = 'nas' WHERE hostname = 'nas-old'");
    database.change("UPDATE hosts SET display_name = 'The NAS' WHERE hostname = 'nas'");
    assertThat(ids(onHost("nas"))).containsExactly(2L, 1L);
    assertThat(ids(onHost("The NAS"))).containsExactly(2L, 1L);
    assertThat(ids(onHost("nas-old"))).containsExactly(2L);
    assertThat(ids(onHost("vps"))).containsExactly(3L);
    assertThat(ids(onHost("' OR 1=1 --\0"))).isEmpty();
  }

  @Test
  void theRangeIsFromTheOldestToTheNewestEntry() {
    assertThat(activity.range()).isEqualTo(new ActivityDao.Range(0, 0));
    notified("a", "b", "c");
    database.change("DELETE FROM activity WHERE id = 1");
    assertThat(activity.range()).isEqualTo(new ActivityDao.Range(2, 3));
  }

  private void append(String actor, Entry entry) {
    caller.set(new Caller(actor, Role.EDITOR), () -> true);
    log.append(entry);
  }

  private static Occurrence occurrence(
      String image, String hostname, String workload, String digest) {
    return new Occurrence(
        Image.parse(image),
        hostname,
        workload,
        "update",
        "docker",
        digest,
        "",
        "",
        StackName.UNKNOWN,
        Map.of());
  }

  private void notified(String... images) {
    IntStream.range(0, images.length)
        .forEach(
            i ->
                log.append(
                    List.of(
                        NotificationEntry.notified(
                            NOON.plusSeconds(i),
                            occurrence(images[i], "nas", "", ""),
                            true,
                            "{}"))));
  }

  private static ActivityFilter all() {
    return ActivityFilter.of(List.of());
  }

  private static ActivityFilter onHost(String host) {
    return new ActivityFilter(null, host, List.of(), null, null, null);
  }

  private List<Long> ids(ActivityFilter filter) {
    return list(filter).stream().map(ActivityEntry::id).toList();
  }

  private List<ActivityEntry> list(ActivityFilter filter) {
    return activity.list(filter, Long.MAX_VALUE, 100);
  }
}
