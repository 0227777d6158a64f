package diundashboard.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Migration V26: nobody knows who undid an action before it. */
@ParameterizedClass
@EnumSource
class PastActionsMigrationTest {

  private static final String ACTIONS = "SELECT kind, actor, undone_at FROM changes";

  @Parameter Dialect dialect;

  @Test
  void theMigrationGoesUpAndDownAndUpAgain() {
    var database = TestDatabase.empty(dialect);
    var schema = new Schema(database);
    schema.migrate();
    schema.undoTo(24);
    database.change(
        """
        INSERT INTO changes (kind, at, actor, note, undone_at)
        VALUES ('snooze', '2026-11-20T10:00:00.000Z', 'anna', '', '2026-11-20T11:00:00.000Z')""");
    schema.migrate();
    assertThat(schema.rows("SELECT kind, snoozed_until, undone_by FROM changes"))
        .containsExactly("snooze|null|");
    database.change("UPDATE changes SET undone_by = 'ben', snoozed_until = '2026-12-01'");
    schema.undoTo(24);
    assertThat(schema.columns("changes")).doesNotContain("undone_by", "snoozed_until");
    schema.migrate();
    assertThat(schema.rows(ACTIONS)).containsExactly("snooze|anna|2026-11-20T11:00:00.000Z");
  }
}
