package diundashboard.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.platform.config.StartupException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * PostgreSQL ends all sessions after a commit of the migration, which has then run completely or
 * not at all.
 */
class InterruptedMigrationTest {

  private static final String END_SESSIONS =
      "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'";

  private static final List<String> POSSIBLE_OUTCOMES =
      List.of(
          "done",
          "PostgreSQL ended the session or statement (FATAL: terminating connection due to administrator command). DiunDashboard tries again every five seconds. If it happens again, check PostgreSQL's log and time limits.",
          "Cannot connect to PostgreSQL (This connection has been closed.). Start it, or check the URL of the DataSource (DIUN_POSTGRESQL_URL).");

  /** Before it, Flyway creates the table of its history, which it tries for ten seconds. */
  private static final int FIRST = 4;

  private int commits;

  @Test
  void aMigrationThatWasInterruptedIsRepeated() {
    var outcomes = new HashSet<String>();
    var database = TestDatabase.empty(Dialect.POSTGRESQL);
    commits = FIRST;
    for (var number = FIRST; commits >= number - 1; number++) {
      commits = 0;
      var outcome = migrate(interrupted(database, number));
      outcomes.add(outcome);
      if (outcome.equals("done")) database = TestDatabase.empty(Dialect.POSTGRESQL);
    }
    assertThat(outcomes).isSubsetOf(POSSIBLE_OUTCOMES);
  }

  private static String migrate(Database database) {
    try {
      TestDatabase.migrate(database);
      return "done";
    } catch (StartupException e) {
      assertThat(e.isRetryable()).as(e.getMessage()).isTrue();
      return e.getMessage();
    }
  }

  private Database interrupted(Database database, int number) {
    var source = database.writer();
    return TestDatabase.database(
        Dialect.POSTGRESQL,
        ConnectionProxies.openedBy(() -> interrupted(source.getConnection(), number)));
  }

  private Connection interrupted(Connection connection, int number) {
    return (Connection)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              } finally {
                if (method.getName().equals("commit")) commit(number);
              }
            });
  }

  private void commit(int number) {
    if (++commits == number) TestDatabase.runOnPostgres(END_SESSIONS);
  }
}
