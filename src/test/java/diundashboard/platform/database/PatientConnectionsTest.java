package diundashboard.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

class PatientConnectionsTest {

  private static final List<String> LIMITED = List.of("30s", "5s", "4s", "7000");
  private static final List<String> PATIENT = List.of("0", "0", "4s", "0");

  @Test
  void connectionsHaveTheirTimeLimitsAgainWhenTheyAreClosed() throws SQLException {
    try (var connection = connect()) {
      var pool = ConnectionProxies.closedBy(connection, () -> {});
      var source = ConnectionProxies.openedBy(() -> pool);
      var patient =
          PatientConnections.of(TestDatabase.database(Dialect.POSTGRESQL, source)).getConnection();
      assertThat(limits(patient)).isEqualTo(PATIENT);
      patient.close();
      assertThat(limits(connection)).isEqualTo(LIMITED);
    }
  }

  @Test
  void aConnectionThatKeepsNoTimeLimitsIsAborted() throws SQLException {
    try (var connection = connect()) {
      var pool = ConnectionProxies.closedBy(connection, () -> {});
      var source = ConnectionProxies.openedBy(() -> pool);
      var patient =
          PatientConnections.of(TestDatabase.database(Dialect.POSTGRESQL, source)).getConnection();
      patient.setAutoCommit(false);
      try (var statement = patient.createStatement()) {
        statement.execute("SELECT 1 / 0");
      } catch (SQLException e) { // no statement succeeds before the rollback
        patient.close();
      }
      assertThat(connection.isClosed()).isTrue();
    }
  }

  private static Connection connect() throws SQLException {
    return DriverManager.getConnection(
        TestDatabase.postgres().getJdbcUrl("postgres", "postgres")
            + "&socketTimeout=7&options=-c%20statement_timeout=30s%20-c%20lock_timeout=4s"
            + "%20-c%20idle_in_transaction_session_timeout=5s");
  }

  /** Returns the limits of statements, idle transactions, locks and the network. */
  private static List<String> limits(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                """
                SELECT current_setting('statement_timeout'),
                       current_setting('idle_in_transaction_session_timeout'),
                       current_setting('lock_timeout')""")) {
      row.next();
      return List.of(
          row.getString(1),
          row.getString(2),
          row.getString(3),
          String.valueOf(connection.getNetworkTimeout()));
    }
  }
}
