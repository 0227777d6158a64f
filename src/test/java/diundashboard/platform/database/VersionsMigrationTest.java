package diundashboard.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Migration V16: what existing updates change. */
@ParameterizedClass
@EnumSource
class VersionsMigrationTest {

  private static final List<String> CHANGES =
      List.of(
          "docker.io/library/redis:7|docker.io/library/redis|null|3|null|7",
          "nginx:1.25.5|nginx|2026-11-20T12:00:00Z|3|null|1.25.5",
          "nginx:1.29.5|nginx|null|1|1.25.5|1.29.5",
          "nginx:latest|nginx|null|5|null|latest");

  @Parameter Dialect dialect;

  private Database database;
  private Schema schema;

  @BeforeEach
  void createAsGoOriginal() {
    database = TestDatabase.empty(dialect);
    schema = new Schema(database);
    schema.createAsGoOriginal();
    update("nginx:1.25.5", "new", "2026-11-20T12:00:00Z");
    update("nginx:1.29.5", "new", null);
    update("nginx:latest", "update", null);
    update("docker.io/library/redis:7", "new", null);
  }

  @Test
  void existingUpdatesAreCompared() {
    schema.migrate();
    assertThat(changes()).isEqualTo(CHANGES);
    assertThat(schema.rows("SELECT image, change_rank, change_from, change_to FROM updates"))
        .containsExactly(
            "docker.io/library/redis:7|3|null|7",
            "nginx:1.25.5|3|null|1.25.5",
            "nginx:1.29.5|1|1.25.5|1.29.5",
            "nginx:latest|5|null|latest");
  }

  @Test
  void theMigrationGoesDownAndUpAgain() {
    schema.migrate();
    schema.undoTo(14);
    assertThat(schema.columns("occurrences"))
        .doesNotContain("repository", "done_at", "done_digest", "change_rank", "change_from");
    assertThat(schema.rows("SELECT image FROM updates")).hasSize(4);
    schema.migrate();
    assertThat(changes()).isEqualTo(CHANGES);
  }

  private void update(String image, String status, String acknowledgedAt) {
    database.change(
        """
        INSERT INTO updates (image, hostname, status, ctn_name, received_at, acknowledged_at)
        VALUES (?, 'nas', ?, 'web', '2026-11-20T10:00:00Z', ?)""",
        image,
        status,
        acknowledgedAt);
  }

  private List<String> changes() {
    return schema.rows(
        "SELECT image, repository, done_at, change_rank, change_from, change_to FROM occurrences");
  }
}
