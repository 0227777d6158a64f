package diundashboard.platform.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** DataSources and connections that open and close connections in another way. */
final class ConnectionProxies {

  private ConnectionProxies() {}

  /** Returns a DataSource whose only supported method is {@link DataSource#getConnection()}. */
  static DataSource openedBy(Opening opening) {
    return proxy(
        DataSource.class,
        (proxy, method, arguments) -> {
          if (method.getName().equals("getConnection")) return opening.open();
          throw new UnsupportedOperationException(method.getName());
        });
  }

  /** Returns the connection with another {@link Connection#close()}. */
  static Connection closedBy(Connection connection, Closing closing) {
    return proxy(
        Connection.class,
        (proxy, method, arguments) -> {
          if (method.getName().equals("close")) {
            closing.close();
            return null;
          }
          try {
            return method.invoke(connection, arguments);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        });
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            ConnectionProxies.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  /** Opens a connection. */
  @FunctionalInterface
  interface Opening {
    Connection open() throws SQLException;
  }

  /** Closes a connection. */
  @FunctionalInterface
  interface Closing {
    void close() throws SQLException;
  }
}
