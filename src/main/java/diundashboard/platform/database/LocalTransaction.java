package diundashboard.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Transactions on one connection, without the server's transaction manager. */
final class LocalTransaction {

  private LocalTransaction() {}

  /**
   * Runs statements and then work in a transaction, which is rolled back if one of them fails.
   *
   * @param first the first statements
   */
  static <T> T run(DataSource source, Iterable<String> first, Work<T> work) throws SQLException {
    try (var connection = source.getConnection()) {
      connection.setAutoCommit(false);
      try {
        execute(connection, first);
        var result = work.in(connection);
        connection.commit();
        connection.setAutoCommit(true);
        return result;
      } catch (SQLException | RuntimeException e) {
        rollback(connection, e);
        throw e;
      }
    }
  }

  static void execute(Connection connection, Iterable<String> statements) throws SQLException {
    try (var statement = connection.createStatement()) {
      for (var each : statements) statement.execute(each);
    }
  }

  private static void rollback(Connection connection, Exception failure) {
    try {
      connection.rollback();
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      failure.addSuppressed(e);
    }
  }

  @FunctionalInterface
  interface Work<T> {
    T in(Connection connection) throws SQLException;
  }
}
