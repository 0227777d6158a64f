package diundashboard.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Migration V20: nothing that exists is held back. */
@ParameterizedClass
@EnumSource
class HoldsMigrationTest {

  private static final String STATES = "SELECT image, state, snoozed_until FROM occurrences";

  @Parameter Dialect dialect;

  @Test
  void theMigrationGoesUpAndDownAndUpAgain() {
    var database = TestDatabase.empty(dialect);
    var schema = new Schema(database);
    schema.createAsGoOriginal();
    for (var image : List.of("nginx:1.2", "redis:7")) {
      database.change(
          "INSERT INTO updates (image, hostname, ctn_name, received_at) VALUES (?, 'nas', 'web', '2026-11-20T10:00:00Z')",
          image);
    }
    database.change("INSERT INTO tags (name) VALUES ('media')");
    schema.migrate();
    assertThat(schema.rows("SELECT image, state, hold_from FROM occurrences"))
        .containsExactly("nginx:1.2|pending|null", "redis:7|pending|null");
    assertThat(schema.rows("SELECT name, hold FROM tags")).containsExactly("media|null");
    database.change(
        "UPDATE occurrences SET snoozed_until = '2099-01-01T00:00:00Z', hold_from = received_at WHERE image LIKE '%nginx%'");
    database.change("UPDATE tags SET hold = '2d'");
    schema.undoTo(18);
    assertThat(schema.columns("occurrences")).doesNotContain("hold_from");
    assertThat(schema.columns("tags")).doesNotContain("hold");
    var held = List.of("nginx:1.2|snoozed|2099-01-01T00:00:00Z", "redis:7|pending|null");
    assertThat(schema.rows(STATES)).isEqualTo(held);
    schema.migrate();
    assertThat(schema.rows(STATES)).isEqualTo(held);
    assertThat(schema.rows("SELECT name, hold FROM tags")).containsExactly("media|null");
  }
}
