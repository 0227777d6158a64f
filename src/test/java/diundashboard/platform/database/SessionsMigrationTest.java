package diundashboard.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Migration V33: sessions of users. */
@ParameterizedClass
@EnumSource
class SessionsMigrationTest {

  private static final String ROWS = "SELECT hash, name, role FROM sessions";

  @Parameter Dialect dialect;

  @Test
  void theMigrationGoesUpAndDownAndUpAgain() {
    var database = TestDatabase.empty(dialect);
    var schema = new Schema(database);
    schema.migrate();
    schema.undoTo(32);
    database.change("INSERT INTO preferences (owner, content) VALUES ('erin', '{}')");
    schema.migrate();
    database.change(
        """
        INSERT INTO sessions (hash, name, role, settings_version, sign_out_url, created_at, used_at)
        VALUES ('5e88', 'erin', 'editor', 'v', '', '2026-11-28T12:00:00.000Z', '2026-11-28T12:00:00.000Z')""");
    assertThat(schema.rows(ROWS)).containsExactly("5e88|erin|editor");
    schema.undoTo(32);
    assertThat(schema.columns("sessions")).isEmpty();
    assertThat(schema.rows("SELECT owner, content FROM preferences")).containsExactly("erin|{}");
    schema.migrate();
    assertThat(schema.rows(ROWS)).isEmpty();
  }
}
