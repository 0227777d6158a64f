package diundashboard.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Migration V28: answers to requests with a key. */
@ParameterizedClass
@EnumSource
class KeptAnswersMigrationTest {

  @Parameter Dialect dialect;

  private Database database;
  private Schema schema;

  @BeforeEach
  void createAsGoOriginal() {
    database = TestDatabase.empty(dialect);
    schema = new Schema(database);
    schema.createAsGoOriginal();
    database.change(
        "INSERT INTO updates (image, hostname, received_at) VALUES ('nginx:1', 'nas', '2026-11-20T10:00:00Z')");
  }

  @Test
  void theMigrationGoesDownAndUpAgain() {
    schema.migrate();
    addAnswer();
    assertThat(schema.rows("SELECT actor, request_key, status FROM kept_answers"))
        .containsExactly("anna|k|null");
    schema.undoTo(26);
    assertThat(schema.columns("kept_answers")).isEmpty();
    assertThat(schema.rows("SELECT hostname FROM hosts")).containsExactly("nas");
    schema.migrate();
    assertThat(schema.rows("SELECT actor FROM kept_answers")).isEmpty();
    addAnswer();
  }

  private void addAnswer() {
    database.change(
        """
        INSERT INTO kept_answers (actor, request_key, fingerprint, at)
        VALUES ('anna', 'k', 'f', '2026-11-20T10:00:00Z')""");
  }
}
