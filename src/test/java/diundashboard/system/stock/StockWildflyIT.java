package diundashboard.system.stock;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Follows server-config/wildfly/README.md on WildFly as distributed. */
class StockWildflyIT {

  @Test
  void runningServerIsSetUpAndRedeployed(@TempDir Path data) {
    try (var database = StockDatabase.sqlite(data);
        var server = new StockWildfly("wildfly-running", database.settings())) {
      server.follow("Before the first start");
      server.start();
      server.follow("Set up a running server");
      server.follow("Set up a running server");
      assertThat(server.output())
          .contains("The DataSource diun-sqlite already exists and is kept.");
      server.deploy();
      var application = new Application(server.uri());
      application.assertServes();
      server.assertStaysTidyWhenRedeployed();
      application.assertServes();

      server.follow("Another context root", 1);
      new Application(below(server.uri())).assertServes();
      server.follow("Another context root", 2);
      application.assertServes();

      server.follow("TLS and a reverse proxy");
      server.follow("Undeploy");
      assertThat(server.errors()).isEmpty();
      assertThat(server.secretsInLog()).isEmpty();
    }
  }

  @Test
  void stoppedServerIsSetUpAndRedeployedUnderAnotherContextRoot() {
    try (var database = StockDatabase.postgresql()) {
      var settings = new HashMap<>(database.settings());
      settings.put("DIUN_CONTEXT_ROOT", "/diun");
      try (var server = new StockWildfly("wildfly-stopped", settings)) {
        server.follow("Before the first start");
        server.follow("Set up a stopped server");
        server.start();
        server.deploy();
        var application = new Application(below(server.uri()));
        application.assertServes();
        server.restart(application);
        server.noteMemory();
        server.assertStaysTidyWhenRedeployed();
        application.assertServes();
        assertThat(server.errors()).isEmpty();
        assertThat(server.secretsInLog()).isEmpty();
      }
    }
  }

  /** {@code standalone.sh} itself prints the lines before the first object. */
  @Test
  void jsonLogHasOneObjectOnEachLine(@TempDir Path data) throws SQLException {
    try (var database = StockDatabase.sqlite(data);
        var server = new StockWildfly("wildfly-json", database.settings())) {
      server.follow("Before the first start");
      server.start();
      server.follow("Set up a running server");
      server.follow("Log");
      server.deploy();
      var application = new Application(server.uri());
      var earlier = server.log().length();
      server.restart(application);
      provokeStackTrace(application, data.resolve("diun.db"));

      var log = server.log().substring(earlier).lines().map(StockWildflyIT::json).toList();
      assertThat(log)
          .extracting(line -> line.getString("message"))
          .anyMatch(message -> message.startsWith("Database: SQLite "))
          .anyMatch(message -> message.startsWith("WFLYSRV0025"));
      assertThat(log)
          .filteredOn(line -> line.containsKey("stackTrace"))
          .anySatisfy(
              line -> assertThat(line.getString("stackTrace")).contains("no such table: tags"));
      var console = server.output();
      assertThat(
              console
                  .substring(console.lastIndexOf("JBoss Bootstrap Environment"))
                  .lines()
                  .dropWhile(line -> !line.startsWith("{"))
                  .map(StockWildflyIT::json))
          .isNotEmpty();
      assertThat(console).doesNotContain("hush-");
      assertThat(server.secretsInLog()).isEmpty();
    }
  }

  private static URI below(URI root) {
    return root.resolve("diun/");
  }

  private static void provokeStackTrace(Application application, Path file) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      statement.execute("ALTER TABLE tags RENAME TO tags_of_old");
    }
    assertThat(application.send("GET", "api/tags", "").statusCode()).isEqualTo(500);
  }

  private static JsonObject json(String line) {
    try (var reader = Json.createReader(new StringReader(line))) {
      return reader.readObject();
    }
  }
}
