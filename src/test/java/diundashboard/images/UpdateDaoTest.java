package diundashboard.images;

import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.goapi.GoEvent;
import diundashboard.goapi.GoUpdate;
import diundashboard.goapi.GoUpdateDao;
import diundashboard.images.UpdateDao.UpsertResult;
import diundashboard.platform.database.Database;
import diundashboard.platform.database.OnBothDatabases;
import diundashboard.tags.Tag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@OnBothDatabases
class UpdateDaoTest {

  private static final String NGINX = "docker.io/library/nginx:latest";
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final Instant LATER = Instant.parse("2026-11-22T13:00:00Z");

  private Database database;
  private UpdateDao updates;

  @BeforeEach
  void create(Database database) {
    this.database = database;
    updates = new UpdateDao(database);
  }

  @Test
  void anUpdateIsStoredCompletely() {
    receive(event(NGINX, "sha256:1"), NOON);
    assertThat(all())
        .isEqualTo(Map.of(NGINX, goUpdate(event(NGINX, "sha256:1"), NOON, false, null)));
    assertThat(
            database.find("SELECT sent_image || ' ' || body FROM updates", row -> row.getString(1)))
        .contains(NGINX + " ");
  }

  @Test
  void aNewEventReplacesEverythingExceptTheTag() {
    receive(event(NGINX, "sha256:1"), NOON);
    var media = tag(NGINX, "media");
    var next =
        new DiunEvent(
            "v5",
            "vps",
            "new",
            "swarm",
            NGINX,
            "",
            "",
            "sha256:2",
            "2026-01-01T00:00:00Z",
            "",
            new DiunEvent.Metadata("b", "", "", ""));
    receive(next, LATER);
    assertThat(all()).isEqualTo(Map.of(NGINX, goUpdate(next, LATER, false, media)));
  }

  @Test
  void anEventCorrectsTheRegistry() {
    receive(event("NAS/team/app:1", "sha256:1"), NOON);
    database.change("UPDATE updates SET registry = 'docker.io'");
    receive(event("NAS/team/app:1", "sha256:1"), LATER);
    assertThat(state()).isEqualTo("registry=NAS name=app seen=2 previous=");
  }

  @ParameterizedTest
  @CsvSource({
    "1970-01-01T00:00:01Z, 0001-01-01T00:00:00Z",
    "'', 0001-01-01T00:00:00Z",
    "2026-09-01T00:00:00+02:00, 2026-09-01T00:00:00+02:00"
  })
  void theGoApiReturnsGosZeroTimeForAnUnknownBuildTime(String stored, String created) {
    receive(event(NGINX, "sha256:1"), NOON);
    database.change("UPDATE updates SET created = ?", stored);
    assertThat(all().get(NGINX).event().created()).isEqualTo(created);
  }

  @Test
  void theStateBeforeTheEventIsReturned() {
    assertThat(receive(event(NGINX, "sha256:1"), NOON))
        .isEqualTo(new UpsertResult(true, UpdateState.PENDING, 5));
    assertThat(receive(event(NGINX, "sha256:1"), LATER))
        .isEqualTo(new UpsertResult(false, UpdateState.PENDING, 5));
    database.change("UPDATE updates SET acknowledged_at = 'then'");
    assertThat(receive(event(NGINX, "sha256:2"), LATER))
        .isEqualTo(new UpsertResult(false, UpdateState.ACKNOWLEDGED, 5));
    assertThat(state()).isEqualTo("registry=docker.io name=nginx seen=3 previous=sha256:1");
  }

  @Test
  void deploymentsOfATagAreOneUpdate() {
    var digest = "@sha256:35c71506156a8e56a3324e9b9afd8720d48d5b850756455a18cd62170114903";
    receive(event(NGINX + digest + "1", "sha256:1"), NOON);
    receive(event(NGINX + digest + "2", "sha256:2"), LATER);
    assertThat(all())
        .isEqualTo(
            Map.of(NGINX, goUpdate(event(NGINX + digest + "2", "sha256:2"), LATER, false, null)));
  }

  @Test
  void theNewestComeFirst() {
    receive(event("b", "1"), NOON);
    receive(event("a", "1"), NOON);
    receive(event("c", "1"), LATER);
    assertThat(all().keySet()).containsExactly("c", "a", "b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "日本/語:🐳",
        "it's \"quoted\" \\ ; DROP TABLE updates; --",
        "a%_b",
        "<script>alert(1)</script>"
      })
  void unusualImageNamesAreStored(String image) {
    receive(event(image, "sha256:1"), NOON);
    assertThat(all())
        .isEqualTo(Map.of(image, goUpdate(event(image, "sha256:1"), NOON, false, null)));
  }

  @Test
  void theLongestImageFits() {
    var image = "日".repeat(456);
    receive(event(image, "sha256:1"), NOON);
    assertThat(all()).containsOnlyKeys(image);
  }

  @Test
  void charactersThatPostgresqlCannotStoreAreReplaced() {
    receive(event("a\0b\uD800", "\0"), NOON);
    assertThat(all())
        .isEqualTo(
            Map.of(
                "a\uFFFDb\uFFFD", goUpdate(event("a\uFFFDb\uFFFD", "\uFFFD"), NOON, false, null)));
  }

  private Map<String, GoUpdate> all() {
    var updates = new LinkedHashMap<String, GoUpdate>();
    try {
      new GoUpdateDao(database).writeAll(updates::put);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return updates;
  }

  private static GoUpdate goUpdate(
      DiunEvent event, Instant receivedAt, boolean acknowledged, Tag tag) {
    var metadata = event.metadata();
    return new GoUpdate(
        new GoEvent(
            event.diunVersion(),
            event.hostname(),
            event.status(),
            event.provider(),
            event.image(),
            event.hubLink(),
            event.mimeType(),
            event.digest(),
            event.created(),
            event.platform(),
            new GoEvent.Metadata(
                metadata.ctnName(), metadata.ctnId(), metadata.ctnState(), metadata.ctnStatus())),
        receivedAt,
        acknowledged,
        tag);
  }

  private String state() {
    return database
        .find(
            "SELECT registry, name, times_notified, previous_digest FROM updates",
            row ->
                "registry=%s name=%s seen=%d previous=%s"
                    .formatted(row.getString(1), row.getString(2), row.getInt(3), row.getString(4)))
        .orElseThrow();
  }

  private UpsertResult receive(DiunEvent event, Instant at) {
    var occurrence =
        new Occurrence(
            Image.parse(event.image()),
            event.hostname(),
            "",
            event.status(),
            event.provider(),
            event.digest(),
            event.created(),
            event.platform(),
            StackName.UNKNOWN,
            Map.of());
    var received = new ReceivedEvent(event, occurrence, "{\"raw\":true}", at);
    return updates.upsert(List.of(received)).get(received.key());
  }

  private static DiunEvent event(String image, String digest) {
    var metadata = new DiunEvent.Metadata("web", "4b5e", "running", "Up 2 weeks");
    return new DiunEvent(
        "v4.33.0",
        "nas",
        "update",
        "docker",
        image,
        "https://example.org",
        "application/json",
        digest,
        "2026-11-18T03:25:41Z",
        "linux/amd64",
        metadata);
  }

  private Tag tag(String image, String name) {
    var id =
        database
            .changeReturning(
                "INSERT INTO tags (name) VALUES (?) RETURNING id", row -> row.getInt(1), name)
            .orElseThrow();
    database.change("INSERT INTO tag_assignments (image, tag_id) VALUES (?, ?)", image, id);
    return new Tag(id, name);
  }
}
