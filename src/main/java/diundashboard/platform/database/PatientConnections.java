package diundashboard.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/**
 * Connections of a DataSource whose statements may take as long as they need, for migrations. They
 * get back the time limits of the DataSource when they are closed.
 */
record PatientConnections(DataSource source, SchemaSql sql) {

  private static final int NO_LIMIT = 0;

  static DataSource of(Database database) {
    if (database.dialect() == Dialect.SQLITE) return database.writer();
    var connections = new PatientConnections(database.writer(), SchemaSql.of(database.dialect()));
    return ConnectionProxies.openedBy(connections::open);
  }

  private Connection open() throws SQLException {
    var connection = source.getConnection();
    try {
      var limit = connection.getNetworkTimeout();
      limit(connection, NO_LIMIT, sql.removeTimeLimits());
      return ConnectionProxies.closedBy(connection, () -> close(connection, limit));
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** A connection that keeps no time limits does not return to the pool. */
  private void close(Connection connection, int limit) throws SQLException {
    try (connection) {
      if (!connection.isClosed()) limit(connection, limit, sql.restoreTimeLimits());
    } catch (SQLException e) {
      connection.abort(Runnable::run);
    }
  }

  private static void limit(Connection connection, int network, List<String> statements)
      throws SQLException {
    connection.setNetworkTimeout(Runnable::run, network);
    try (var statement = connection.createStatement()) {
      for (var each : statements) statement.execute(each);
    }
  }
}
