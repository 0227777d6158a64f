package diundashboard.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import diundashboard.Payloads;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** PostgreSQL ends the session that migrates the schema. */
@FaultTest
@ServerDependent
class InterruptedMigrationIT {

  private static final String[] END_SESSION_AT_FIRST_VIEW = {
    """
    CREATE FUNCTION end_session() RETURNS event_trigger LANGUAGE plpgsql AS
    'BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); END'""",
    """
    CREATE EVENT TRIGGER end_session ON ddl_command_end WHEN TAG IN ('CREATE VIEW')
    EXECUTE FUNCTION end_session()"""
  };

  @Test
  void theMigrationIsRepeatedUntilItSucceeds() throws Exception {
    try (var postgres = Postgres.start();
        var connection = postgres.connect();
        var statement = connection.createStatement()) {
      for (var each : END_SESSION_AT_FIRST_VIEW) statement.execute(each);
      var folder = Installation.folder("interrupted-migration");
      try (var server = AppServer.startFaulty(folder, postgres.settings())) {
        assertThat(server.get("api/v1/health/ready").body())
            .containsAnyOf(
                "\"cause\":\"PostgreSQL ended the session or statement (FATAL: terminating connection due to administrator command",
                "\"cause\":\"Cannot connect to PostgreSQL (This connection has been closed.)");
        statement.execute("DROP EVENT TRIGGER end_session");
        await()
            .atMost(Duration.ofSeconds(30))
            .until(() -> server.get("api/v1/health/ready").statusCode() == 200);
        assertThat(server.notify(Payloads.of("nginx")).statusCode()).isEqualTo(200);
        assertThat(server.log()).containsOnlyOnce("DiunDashboard cannot start: ");
      }
    }
  }
}
