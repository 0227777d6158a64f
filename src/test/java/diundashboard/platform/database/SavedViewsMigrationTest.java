package diundashboard.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Migration V24: saved views. */
@ParameterizedClass
@EnumSource
class SavedViewsMigrationTest {

  @Parameter Dialect dialect;

  @Test
  void theMigrationGoesDownAndUpAgain() {
    var database = TestDatabase.empty(dialect);
    var schema = new Schema(database);
    schema.createAsGoOriginal();
    database.change(
        "INSERT INTO updates (image, hostname, received_at) VALUES ('nginx:1', 'nas', '2026-11-20T10:00:00Z')");
    schema.migrate();
    addView(database);
    assertThat(schema.rows("SELECT owner, name, query FROM saved_views"))
        .containsExactly("anna|Majors|kind:major");
    schema.undoTo(22);
    assertThat(schema.columns("saved_views")).isEmpty();
    assertThat(schema.rows("SELECT hostname FROM hosts")).containsExactly("nas");
    schema.migrate();
    assertThat(schema.rows("SELECT name FROM saved_views")).isEmpty();
    addView(database);
  }

  private static void addView(Database database) {
    database.change(
        """
        INSERT INTO saved_views (owner, name, name_key, query, sort_order, grouped_by)
        VALUES ('anna', 'Majors', 'majors', 'kind:major', 'newest', 'tag')""");
  }
}
