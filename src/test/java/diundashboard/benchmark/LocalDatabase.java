package diundashboard.benchmark;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;

/** One connection that keeps its prepared statements and can record what they execute. */
final class LocalDatabase implements AutoCloseable {

  private static final Set<String> EXECUTE = Set.of("execute", "executeQuery", "executeUpdate");

  private final Connection connection;
  private final Map<String, PreparedStatement> statements = new HashMap<>();
  private final List<Executed> executed = new ArrayList<>();
  private boolean isRecording;

  /** A statement with its parameters. */
  record Executed(String sql, Map<Integer, Object> parameters) {}

  LocalDatabase(Connection connection) throws SQLException {
    this.connection = connection;
    connection.setAutoCommit(false);
  }

  /** A DataSource whose connections and statements stay open when they are closed. */
  DataSource source() {
    var shared =
        proxy(
            Connection.class,
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "close" -> null;
                  case "prepareStatement" -> recorded((String) arguments[0]);
                  default -> method.invoke(connection, arguments);
                });
    return proxy(DataSource.class, (proxy, method, arguments) -> shared);
  }

  /** Runs an action and returns the statements that it executed. */
  List<Executed> record(Runnable action) {
    executed.clear();
    isRecording = true;
    action.run();
    isRecording = false;
    return List.copyOf(executed);
  }

  /** Executes statements again. */
  void replay(List<Executed> recorded) throws SQLException {
    for (var each : recorded) {
      var statement = prepare(each.sql());
      for (var parameter : each.parameters().entrySet()) {
        statement.setObject(parameter.getKey(), parameter.getValue());
      }
      if (!statement.execute()) continue;
      try (var rows = statement.getResultSet()) {
        while (rows.next()) {
          rows.getObject(1);
        }
      }
    }
  }

  void commit() throws SQLException {
    connection.commit();
  }

  private PreparedStatement prepare(String sql) throws SQLException {
    var known = statements.get(sql);
    if (known != null) return known;
    var statement = connection.prepareStatement(sql);
    statements.put(sql, statement);
    return statement;
  }

  private PreparedStatement recorded(String sql) throws SQLException {
    var statement = prepare(sql);
    var parameters = new TreeMap<Integer, Object>();
    return proxy(
        PreparedStatement.class,
        (proxy, method, arguments) -> {
          if (method.getName().equals("close")) return null;
          if (isRecording && method.getName().equals("setObject")) {
            parameters.put((Integer) arguments[0], arguments[1]);
          }
          if (isRecording && EXECUTE.contains(method.getName())) {
            executed.add(new Executed(sql, new TreeMap<>(parameters)));
          }
          return method.invoke(statement, arguments);
        });
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    InvocationHandler unwrapped =
        (proxy, method, arguments) -> {
          try {
            return handler.invoke(proxy, method, arguments);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        };
    return type.cast(
        Proxy.newProxyInstance(
            LocalDatabase.class.getClassLoader(), new Class<?>[] {type}, unwrapped));
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
