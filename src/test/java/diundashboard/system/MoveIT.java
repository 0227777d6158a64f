package diundashboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.Payloads;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A server starts with an empty PostgreSQL database, into which a SQLite file is moved. */
@ServerDependent
class MoveIT {

  @Test
  void aServerOnPostgresqlHasWhatTheOneOnSqliteHad() throws SQLException {
    var file = Installation.folder("move").resolve("moved.db");
    Installation.SQLITE.server().notify(Payloads.of("move"));
    Installation.SQLITE.change("VACUUM INTO '" + file + "'");
    var settings =
        Map.of("DIUN_MOVE_FROM", "jdbc/diun-sqlite", "DIUN_SQLITE_FILE", file.toString());
    try (var server = Installation.POSTGRESQL.startAnother("moved", settings)) {
      assertThat(server.images())
          .containsExactlyInAnyOrderElementsOf(texts(file, "SELECT image FROM updates"));
      assertThat(latestId(server)).isEqualTo(texts(file, "SELECT max(id) FROM activity").get(0));
      assertThat(server.log()).contains(" from jdbc/diun-sqlite in ");
      assertThat(server.notify(Payloads.of("after-the-move")).statusCode()).isEqualTo(200);
    }
  }

  private static String latestId(AppServer server) {
    var activity = Texts.object(server.get("api/v1/activity?limit=1").body());
    return activity.getJsonArray("items").getJsonObject(0).get("id").toString();
  }

  private static List<String> texts(Path file, String query) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      var texts = new ArrayList<String>();
      while (rows.next()) texts.add(rows.getString(1));
      return texts;
    }
  }
}
