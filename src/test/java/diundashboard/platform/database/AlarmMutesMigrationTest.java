package diundashboard.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Migration V30: no alarm is muted before it. */
@ParameterizedClass
@EnumSource
class AlarmMutesMigrationTest {

  private static final String HOSTS =
      """
      SELECT hostname, canonical, last_seen_at, alarm_muted_at, alarm_muted_until FROM hosts""";

  @Parameter Dialect dialect;

  @Test
  void theMigrationGoesUpAndDownAndUpAgain() {
    var database = TestDatabase.empty(dialect);
    var schema = new Schema(database);
    schema.migrate();
    schema.undoTo(28);
    database.change(
        """
        INSERT INTO hosts (hostname, canonical, diun_version, first_seen_at, last_seen_at)
        VALUES ('nas', 'nas', '', '2026-11-20T10:00:00.000Z', '2026-11-21T10:00:00.000Z')""");
    schema.migrate();
    assertThat(schema.rows(HOSTS)).containsExactly("nas|nas|2026-11-21T10:00:00.000Z|null|null");
    database.change("UPDATE hosts SET alarm_muted_at = 'a', alarm_muted_until = 'b'");
    schema.undoTo(28);
    assertThat(schema.columns("hosts")).doesNotContain("alarm_muted_at", "alarm_muted_until");
    assertThat(schema.columns("removed_hosts"))
        .doesNotContain("alarm_muted_at", "alarm_muted_until");
    schema.migrate();
    assertThat(schema.rows(HOSTS)).containsExactly("nas|nas|2026-11-21T10:00:00.000Z|null|null");
  }
}
