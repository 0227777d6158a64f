package diundashboard.system;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/** The rows of a database, bypassing the application. */
public final class Rows {

  private static final List<String> TABLES =
      List.of(
          "tag_assignments",
          "tag_rules",
          "tags",
          "updates",
          "occurrences",
          "hosts",
          "digests",
          "saved_views",
          "preferences",
          "image_holds",
          "changes", // with change_occurrences and the tables of removed rows
          "activity",
          "test_notifications",
          "rejections",
          "tokens",
          "unknown_hosts",
          "digests",
          "heartbeat_runs",
          "heartbeats",
          "kept_answers");

  private Rows() {}

  /** Deletes all rows. */
  public static void delete(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      for (var table : TABLES) statement.executeUpdate("DELETE FROM " + table);
    }
  }

  /** Connects to the SQLite database of a server. */
  public static Connection connect(AppServer server) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:sqlite:"
            + server.data().resolve("diun.db")
            + "?busy_timeout=5000&foreign_keys=true&synchronous=OFF");
  }
}
