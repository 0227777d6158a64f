package diundashboard.activity.feed;

import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.activity.ActivityDao;
import diundashboard.hosts.HostDao;
import diundashboard.hosts.HostHistory;
import diundashboard.images.DiunEvent;
import diundashboard.images.Image;
import diundashboard.images.Occurrence;
import diundashboard.images.OccurrenceDao;
import diundashboard.images.ReceivedEvent;
import diundashboard.images.StackName;
import diundashboard.images.UpdateDao;
import diundashboard.platform.database.Database;
import diundashboard.platform.database.OnBothDatabases;
import diundashboard.versions.ChangeKind;
import diundashboard.versions.VersionChange;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class PendingUpdateDaoTest {

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private Database database;
  private PendingUpdateDao pending;

  @BeforeEach
  void create(Database database) {
    this.database = database;
    pending = new PendingUpdateDao(database);
  }

  @Test
  void newestUpdatesComeFirstWithTheirPendingHosts() {
    notified("nginx:1", "nas", NOON);
    notified("redis:8", "vps", NOON.plusSeconds(1));
    notified("nginx:1", "backup", NOON.plusSeconds(2));
    notified("nginx:1", "done", NOON.plusSeconds(3));
    database.change("UPDATE occurrences SET acknowledged_at = received_at WHERE hostname = 'done'");
    assertThat(pending.newest(10))
        .containsExactly(
            new PendingUpdate(
                "redis:8",
                "update",
                "sha256:1",
                new VersionChange(ChangeKind.REBUILD, null, "8"),
                "https://hub",
                NOON.plusSeconds(1),
                NOON.plusSeconds(1),
                List.of("vps"),
                1),
            new PendingUpdate(
                "nginx:1",
                "update",
                "sha256:1",
                new VersionChange(ChangeKind.REBUILD, null, "1"),
                "https://hub",
                NOON,
                NOON.plusSeconds(3),
                List.of("backup", "nas"),
                2));
    assertThat(pending.newest(1)).extracting(PendingUpdate::image).containsExactly("redis:8");
  }

  @Test
  void doneAndSnoozedUpdatesAreOmitted() {
    for (var image : List.of("done:1", "later:1", "nginx:1")) notified(image, "", NOON);
    database.change("UPDATE updates SET acknowledged_at = received_at WHERE image = 'done:1'");
    database.change("UPDATE updates SET snoozed_until = '2999' WHERE image = 'later:1'");
    assertThat(pending.newest(10)).extracting(PendingUpdate::image).containsExactly("nginx:1");
    assertThat(pending.newest(10).get(0).hosts()).isEmpty();
  }

  @Test
  void theFirstHostsAreListedByDisplayName() {
    for (var host : List.of("h7", "h6", "h5", "h4", "h3", "h2", "h1")) notified("a:1", host, NOON);
    database.change("UPDATE hosts SET canonical = 'h1' WHERE hostname = 'h2'");
    database.change("UPDATE hosts SET display_name = 'NAS' WHERE hostname = 'h1'");
    var found = pending.newest(10).get(0);
    assertThat(found.hosts()).hasSize(5).contains("NAS", "h3").doesNotContain("h1", "h2");
    assertThat(found.hostCount()).isEqualTo(6);
  }

  private void notified(String image, String host, Instant at) {
    var event =
        new DiunEvent(
            "v4",
            host,
            "update",
            "docker",
            image,
            "https://hub",
            "",
            "sha256:1",
            "",
            "",
            new DiunEvent.Metadata("", "", "", ""));
    var occurrence =
        new Occurrence(
            Image.parse(image),
            host,
            "",
            "update",
            "docker",
            "sha256:1",
            "",
            "",
            StackName.UNKNOWN,
            Map.of());
    var received = List.of(new ReceivedEvent(event, occurrence, "{}", at));
    new UpdateDao(database).upsert(received);
    new OccurrenceDao(database).upsert(received, false, false);
    new HostDao(database, new HostHistory(database, new ActivityDao(database)))
        .recordContact(host, "v4", at);
  }
}
