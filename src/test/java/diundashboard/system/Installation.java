package diundashboard.system;

import static org.awaitility.Awaitility.await;

import diundashboard.Folders;
import diundashboard.Payloads;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The application on each database. A test JVM starts each server once. */
@SuppressWarnings("ImmutableEnumChecker") // holds the running servers
enum Installation {
  SQLITE {
    @Override
    AppServer start() {
      return AppServer.start(folder("sqlite"), Map.of());
    }

    @Override
    AppServer startAnother(String name, Map<String, String> settings) {
      return AppServer.start(folder(name + "-sqlite"), settings);
    }

    @Override
    Connection connect() throws SQLException {
      return Rows.connect(server());
    }
  },

  POSTGRESQL {
    private final Postgres postgres = Postgres.start();

    @Override
    AppServer start() {
      return AppServer.start(folder("postgresql"), postgres.settings());
    }

    @Override
    AppServer startAnother(String name, Map<String, String> settings) {
      var all = new HashMap<>(postgres.settings());
      all.putAll(settings);
      all.put("DIUN_POSTGRESQL_URL", postgres.createDatabase(name.replace('-', '_')));
      return AppServer.start(folder(name + "-postgresql"), all);
    }

    @Override
    Connection connect() throws SQLException {
      return postgres.connect();
    }
  };

  /** See {@link EachDatabase}. */
  static final List<Installation> TESTED =
      ServerKind.current() == ServerKind.PAYARA_MICRO ? List.of(SQLITE) : List.of(values());

  private AppServer server;

  abstract AppServer start();

  /** Starts another server with an empty database. */
  abstract AppServer startAnother(String name, Map<String, String> settings);

  /** Opens a connection to the database, bypassing the application. */
  abstract Connection connect() throws SQLException;

  synchronized AppServer server() {
    if (server == null) {
      server = start();
      reject(server);
    }
    return server;
  }

  /**
   * Sends a notification of each kind that is rejected. The activity log reports a sender once an
   * hour, so the rejections of later tests do not add entries while other tests count them.
   */
  private static void reject(AppServer server) {
    server.notify("{}");
    server.notify(" ".repeat(1024 * 1024 + 1));
    server.send("POST", "webhook", "{}", "Content-Encoding", "br");
    server.send("POST", "webhook", "{}", "Content-Encoding", "gzip");
    server.send("POST", "webhook", "{}", "Origin", "https://evil.example");
    server.send("POST", "", Payloads.of("nginx"));
    await()
        .until(
            () -> server.get("api/v1/activity?kind=notification_rejected").body(),
            body -> body.contains(": wrong-address"));
  }

  /** Returns the server after all rows are deleted. */
  AppServer empty() {
    var empty = server();
    try (var connection = connect()) {
      Rows.delete(connection);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return empty;
  }

  /** Changes the database, bypassing the application. */
  void change(String sql) {
    try (var connection = connect();
        var statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns the first value that a query finds, or null. */
  String query(String sql) {
    return texts(sql).stream().findFirst().orElse(null);
  }

  /** Returns the first column of each row that a query finds. */
  List<String> texts(String sql) {
    try (var connection = connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var texts = new ArrayList<String>();
      while (rows.next()) texts.add(rows.getString(1));
      return texts;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns an empty directory for a server's data. The test JVMs do not share it. */
  static Path folder(String name) {
    var run = ServerKind.current().name().toLowerCase(Locale.ROOT);
    var fork = System.getProperty("fork", "jvm-1");
    return Folders.empty(Path.of("target/system", run + "-" + fork, name).toAbsolutePath());
  }
}
