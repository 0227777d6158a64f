package diundashboard.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Migration V34: holds of single images. */
@ParameterizedClass
@EnumSource
class ImageHoldsMigrationTest {

  private static final String ROWS = "SELECT image, hold FROM image_holds";
  private static final String HELD = "SELECT image, snoozed_until, hold_from FROM occurrences";

  @Parameter Dialect dialect;

  @Test
  void theMigrationGoesDownAndUpAgain() {
    var database = TestDatabase.empty(dialect);
    var schema = new Schema(database);
    schema.createAsGoOriginal();
    database.change(
        "INSERT INTO updates (image, hostname, received_at) VALUES ('nginx:1', 'nas', '2026-11-20T10:00:00Z')");
    schema.migrate();
    database.change("INSERT INTO image_holds (image, hold) VALUES ('nginx', '7d')");
    database.change(
        "UPDATE occurrences SET snoozed_until = '2099-01-01T00:00:00Z', hold_from = '2026-11-20T10:00:00Z'");
    assertThat(schema.rows(ROWS)).containsExactly("nginx|7d");
    schema.undoTo(32);
    assertThat(schema.columns("image_holds")).isEmpty();
    assertThat(schema.rows(HELD))
        .containsExactly("nginx:1|2099-01-01T00:00:00Z|2026-11-20T10:00:00Z");
    schema.migrate();
    assertThat(schema.rows(ROWS)).isEmpty();
  }
}
