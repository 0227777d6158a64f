package diundashboard.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Migration V31: preferences of users. */
@ParameterizedClass
@EnumSource
class PreferencesMigrationTest {

  private static final String ROWS = "SELECT owner, content FROM preferences";

  @Parameter Dialect dialect;

  @Test
  void theMigrationGoesDownAndUpAgain() {
    var database = TestDatabase.empty(dialect);
    var schema = new Schema(database);
    schema.createAsGoOriginal();
    database.change(
        "INSERT INTO updates (image, hostname, received_at) VALUES ('nginx:1', 'nas', '2026-11-20T10:00:00Z')");
    schema.migrate();
    database.change("INSERT INTO preferences (owner, content) VALUES ('anna', '{}')");
    assertThat(schema.rows(ROWS)).containsExactly("anna|{}");
    schema.undoTo(30);
    assertThat(schema.columns("preferences")).isEmpty();
    assertThat(schema.rows("SELECT hostname FROM hosts")).containsExactly("nas");
    schema.migrate();
    assertThat(schema.rows(ROWS)).isEmpty();
  }
}
