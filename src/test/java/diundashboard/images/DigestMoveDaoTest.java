package diundashboard.images;

import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.images.DigestMoveDao.Left;
import diundashboard.platform.database.Database;
import diundashboard.platform.database.OnBothDatabases;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class DigestMoveDaoTest {

  private static final String OLD = "ghcr.io/team/app@sha256:" + "a".repeat(64);
  private static final String NEW = "ghcr.io/team/app@sha256:" + "b".repeat(64);
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private Database database;
  private DigestMoveDao moves;

  @BeforeEach
  void create(Database database) {
    this.database = database;
    moves = new DigestMoveDao(database, new UpdateStateDao(database));
  }

  @Test
  void theOnlyOccurrenceTakesItsImageAlong() {
    receive(OLD, "nas", "web");
    database.change("UPDATE occurrences SET muted_at = 'then', note = 'pinned'");
    assertThat(receive(NEW, "nas", "web")).containsExactly(new Left(OLD, true, false));
    assertThat(images()).containsExactly(NEW + " 2 " + OLD.substring(OLD.indexOf('@') + 1));
    assertThat(occurrences()).containsExactly(NEW + " nas web muted pinned");
  }

  @Test
  void anOccurrenceLeavesThoseOfOtherPlaces() {
    receive(OLD, "nas", "web");
    receive(OLD, "vps", "web");
    database.change("UPDATE occurrences SET acknowledged_at = 'then' WHERE hostname = 'vps'");
    assertThat(receive(NEW, "nas", "web")).containsExactly(new Left(OLD, false, true));
    assertThat(occurrences())
        .containsExactly(OLD + " vps web acknowledged ", NEW + " nas web pending ");
    assertThat(receive(NEW, "vps", "web")).containsExactly(new Left(OLD, true, false));
    assertThat(images()).containsExactly(NEW + " 2 ");
    assertThat(occurrences()).containsExactly(NEW + " nas web pending ", NEW + " vps web pending ");
  }

  @Test
  void otherNamesTagsAndPlacesStay() {
    receive("ghcr.io/team/app2@sha256:" + "a".repeat(64), "nas", "web");
    receive("ghcr.io/team/app:1@sha256:" + "a".repeat(64), "nas", "web");
    receive(OLD, "nas", "db");
    receive(OLD, "vps", "web");
    assertThat(receive(NEW, "nas", "web")).isEmpty();
    assertThat(receive(NEW, "nas", "web")).isEmpty();
    assertThat(occurrences()).hasSize(5);
  }

  private List<Left> receive(String reference, String host, String workload) {
    var image = Image.parse(reference);
    var digest = image.digest();
    var event =
        new DiunEvent(
            "v4.33.0",
            host,
            "new",
            "docker",
            reference,
            "",
            "",
            digest,
            DiunEvent.CREATED_UNKNOWN,
            "",
            new DiunEvent.Metadata(workload, "", "", ""));
    var occurrence =
        new Occurrence(
            image,
            host,
            workload,
            "new",
            "docker",
            digest,
            DiunEvent.CREATED_UNKNOWN,
            "",
            StackName.UNKNOWN,
            Map.of());
    var left = moves.move(occurrence);
    var received = List.of(new ReceivedEvent(event, occurrence, "{}", NOON));
    new UpdateDao(database).upsert(received);
    new OccurrenceDao(database).upsert(received, true, false);
    return left;
  }

  private List<String> images() {
    return database.list(
        "SELECT image, times_notified, previous_digest FROM updates ORDER BY image",
        row -> row.getString(1) + " " + row.getInt(2) + " " + row.getString(3));
  }

  private List<String> occurrences() {
    return database.list(
        "SELECT image, hostname, workload, state, note FROM occurrences ORDER BY image, hostname",
        row ->
            String.join(
                " ",
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5)));
  }
}
