package diundashboard.inbox.search;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.Payloads;
import diundashboard.images.Image;
import diundashboard.images.Occurrence;
import diundashboard.images.OccurrenceDao;
import diundashboard.images.ReceivedEvent;
import diundashboard.images.StackName;
import diundashboard.platform.database.Database;
import diundashboard.platform.database.OnBothDatabases;
import diundashboard.platform.json.JsonReaders;
import jakarta.json.JsonString;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The words that find a stored occurrence. */
@OnBothDatabases
class WordsTest {

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private Database database;

  @BeforeEach
  void create(Database database) {
    this.database = database;
    database.change(
        "INSERT INTO updates (image, received_at) VALUES ('quay.io/prometheus/node-exporter:v1.3.1', '')");
  }

  @Test
  void aLongPodStatusPushesNothingOut() {
    var metadata = metadataOf("long-pod-status");
    assertThat(metadata.get("pod_status").length()).isGreaterThan(4000);
    store(metadata);
    assertFound("platformcrew");
    assertFound("prometheus/node worker-1 monitoring/node-exporter");
    assertFound("metadata.owner:platformcrew metadata.pod_status:*PodReadyToStartContainers*");
    for (var unseen : List.of("PodStatus", "klmno", "running", "+0000", "2026-11-20")) {
      assertFound(unseen, false);
    }
  }

  @Test
  void theLatestEventReplacesTheWords() {
    store(Map.of("owner", "anna"));
    store(Map.of("owner", "bert"));
    assertFound("anna", false);
    assertFound("bert");
  }

  private void store(Map<String, String> metadata) {
    var occurrence =
        new Occurrence(
            Image.parse("quay.io/prometheus/node-exporter:v1.3.1"),
            "worker-1",
            "monitoring/node-exporter",
            "update",
            "kubernetes",
            "",
            "",
            "",
            new StackName("monitoring", false),
            metadata);
    new OccurrenceDao(database)
        .upsert(List.of(new ReceivedEvent(null, occurrence, "{}", NOON)), false, false);
  }

  private static Map<String, String> metadataOf(String payload) {
    return JsonReaders.read(Payloads.readField(payload))
        .asJsonObject()
        .getJsonObject("metadata")
        .entrySet()
        .stream()
        .collect(toMap(Map.Entry::getKey, entry -> ((JsonString) entry.getValue()).getString()));
  }

  private void assertFound(String search) {
    assertFound(search, true);
  }

  private void assertFound(String search, boolean isFound) {
    var condition = SearchQuery.parse("q", search).condition(NOON.atZone(ZoneOffset.UTC));
    assertThat(
            database.list(
                "SELECT u.image FROM updates u JOIN occurrences o ON o.image = u.image WHERE "
                    + condition.sql(),
                row -> row.getString(1),
                condition.parameters().toArray()))
        .as(search)
        .hasSize(isFound ? 1 : 0);
  }
}
