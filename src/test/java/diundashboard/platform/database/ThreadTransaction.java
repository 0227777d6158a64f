package diundashboard.platform.database;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Transactions of threads, as the transaction manager of a server provides them. */
public final class ThreadTransaction {

  private static final ThreadLocal<Connection> CURRENT = new ThreadLocal<>();

  private final DataSource source;

  /** What is done in a transaction. */
  @FunctionalInterface
  public interface Work {
    void run() throws Exception;
  }

  public ThreadTransaction(Database database) {
    source = database.writer();
  }

  /** Returns a database whose statements belong to the transaction of their thread. */
  public Database database(Dialect dialect) {
    var shared = proxy(DataSource.class, source, "getConnection", this::connection);
    return new Database(dialect, shared, shared);
  }

  /** Runs work in a transaction of this thread, which is rolled back if it fails. */
  public void run(Work work) throws Exception {
    try (var connection = source.getConnection()) {
      connection.setAutoCommit(false);
      CURRENT.set(proxy(Connection.class, connection, "close", () -> null));
      try {
        work.run();
        connection.commit();
      } catch (Exception e) {
        connection.rollback();
        throw e;
      } finally {
        CURRENT.remove();
      }
    }
  }

  private Connection connection() throws SQLException {
    var connection = CURRENT.get();
    return connection == null ? source.getConnection() : connection;
  }

  @FunctionalInterface
  private interface Replacement {
    Object call() throws SQLException;
  }

  /** Replaces a method without parameters. */
  private static <T> T proxy(Class<T> type, T target, String replaced, Replacement replacement) {
    return type.cast(
        Proxy.newProxyInstance(
            ThreadTransaction.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (method.getName().equals(replaced) && arguments == null) return replacement.call();
              try {
                return method.invoke(target, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
