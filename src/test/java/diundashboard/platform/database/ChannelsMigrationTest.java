package diundashboard.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Migration V32: positions of channels, and silences of hosts. */
@ParameterizedClass
@EnumSource
class ChannelsMigrationTest {

  private static final String CHANNELS =
      "SELECT name, position, reported_at, next_at, failures, last_failure FROM channels";

  private static final String HOSTS = "SELECT hostname, last_seen_at, silence_logged FROM hosts";

  @Parameter Dialect dialect;

  @Test
  void theMigrationGoesUpAndDownAndUpAgain() {
    var database = TestDatabase.empty(dialect);
    var schema = new Schema(database);
    schema.migrate();
    schema.undoTo(31);
    database.change(
        """
        INSERT INTO hosts (hostname, canonical, diun_version, first_seen_at, last_seen_at)
        VALUES ('nas', 'nas', '', '2026-11-20T10:00:00.000Z', '2026-11-21T10:00:00.000Z')""");
    schema.migrate();
    assertThat(schema.rows(HOSTS)).containsExactly("nas|2026-11-21T10:00:00.000Z|null");
    database.change("UPDATE hosts SET silence_logged = last_seen_at");
    database.change(
        "INSERT INTO channels (name, position, reported_at) VALUES ('ops', 9000000000, 'a')");
    assertThat(schema.rows(CHANNELS)).containsExactly("ops|9000000000|a|null|0|");
    schema.undoTo(31);
    assertThat(schema.columns("channels")).isEmpty();
    assertThat(schema.columns("hosts")).doesNotContain("silence_logged");
    assertThat(schema.columns("removed_hosts")).doesNotContain("silence_logged");
    schema.migrate();
    assertThat(schema.rows(CHANNELS)).isEmpty();
    assertThat(schema.rows(HOSTS)).containsExactly("nas|2026-11-21T10:00:00.000Z|null");
  }
}
