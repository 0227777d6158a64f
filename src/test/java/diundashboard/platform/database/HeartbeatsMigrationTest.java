package diundashboard.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Migration V22: heartbeats. */
@ParameterizedClass
@EnumSource
class HeartbeatsMigrationTest {

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
    addHeartbeat();
    assertThat(schema.rows("SELECT hostname, started_at, errors FROM heartbeats, heartbeat_runs"))
        .containsExactly("nas|2026-11-20T10:00:00Z|null");
    schema.undoTo(20);
    assertThat(schema.columns("heartbeats")).isEmpty();
    assertThat(schema.columns("heartbeat_runs")).isEmpty();
    assertThat(schema.rows("SELECT hostname FROM hosts")).containsExactly("nas");
    schema.migrate();
    assertThat(schema.rows("SELECT hostname FROM heartbeats")).isEmpty();
    addHeartbeat();
  }

  private void addHeartbeat() {
    database.change(
        "INSERT INTO heartbeats (hostname, hash, created_at, created_by, pings) VALUES ('nas', 'x', '', '', 1)");
    database.change(
        """
        INSERT INTO heartbeat_runs (heartbeat_id, started_at, failed)
        SELECT id, '2026-11-20T10:00:00Z', 0 FROM heartbeats""");
  }
}
