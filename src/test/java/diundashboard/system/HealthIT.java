package diundashboard.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import diundashboard.Payloads;
import diundashboard.access.signin.HashPasswordCommand;
import diundashboard.platform.config.BuildVersions;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Health endpoints, and how they report failures of the deployment. */
@ServerDependent
class HealthIT {

  private static final String UP =
      """
      {"status":"UP","checks":[{"name":"database","status":"UP","data":{}},\
      {"name":"versions","status":"UP","data":{"diundashboard":"%s","database":"%s","schema":"34","flyway":"%s"}}]}""";

  private static final List<String> PATHS =
      List.of(
          "api/updates",
          "api/v1/events",
          "api/v1/tokens",
          "api/v1/settings",
          "api/v1/session",
          "api/v1/images",
          "api/v1/health/ready/x",
          "api/v1/openapi.json");

  @Test
  void healthyServerIsLiveAndReady() {
    var server = Installation.SQLITE.server();
    assertThat(server.get("api/v1/health/live").body())
        .isEqualTo("{\"status\":\"UP\",\"checks\":[]}");
    assertServerReports("UP", "live", server);
    assertServerReports("UP", "ready", server);
  }

  @ParameterizedTest
  @FieldSource("diundashboard.system.Installation#TESTED")
  void administratorsSeeTheVersions(Installation installation) {
    var server = installation.server();
    assertThat(server.get("api/v1/health/ready").body()).isEqualTo(up(installation));
    assertThat(server.log())
        .contains(
            "DiunDashboard %s, Flyway %s"
                .formatted(BuildVersions.application(), BuildVersions.flyway()),
            "Database: " + version(installation));
  }

  private static String up(Installation installation) {
    return UP.formatted(BuildVersions.application(), version(installation), BuildVersions.flyway());
  }

  /** The product and version, as the database tells the test. */
  private static String version(Installation installation) {
    return installation == Installation.SQLITE
        ? "SQLite " + installation.query("SELECT sqlite_version()")
        : "PostgreSQL " + installation.query("SHOW server_version");
  }

  @Test
  @FaultTest
  void missingDataSourceIsReported() {
    var settings = Map.of("DIUN_DATASOURCE", "jdbc/other-sqlite");
    try (var server = AppServer.startFaulty(Installation.folder("no-datasource"), settings)) {
      assertFault(
          server,
          "No DataSource named jdbc/other-sqlite. Create it (see server-config), or set DIUN_DATASOURCE.");
      assertOtherRequestsGet503(server);
    }
  }

  /** Invalid values fall back to the defaults, but {@code diun.auth=none} must not give access. */
  @Test
  void invalidSettingsAreReportedAndGiveNoAccess() {
    var settings = Map.of("DIUN_REOPEN", "never", "DIUN_AUTH", "ldap");
    try (var server = AppServer.startFaulty(Installation.folder("bad-settings"), settings)) {
      assertFault(
          server,
          "diun.reopen (DIUN_REOPEN) must be every-notification or new-digest (is 'never'). diun.auth (DIUN_AUTH) must be none, basic, oidc or proxy (is 'ldap').");
      assertServerReports("UP", "live", server);
      assertServerReports("DOWN", "ready", server);
      assertOtherRequestsGet503(server);
    }
  }

  @Test
  @FaultTest
  void newerSchemaIsNotChanged() throws Exception {
    var data = Installation.folder("newer-schema");
    AppServer.start(data, Map.of()).close();
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("diun.db"));
        var statement = connection.createStatement()) {
      statement.executeUpdate(
          """
          INSERT INTO diun_schema_history
          SELECT 99, '99', 'of the future', type, 'V99__of_the_future.sql', 1, installed_by, installed_on, 1, 1
          FROM diun_schema_history WHERE version = '2'""");
    }
    var settings =
        Map.of(
            "DIUN_AUTH",
            "basic",
            "DIUN_USERS",
            "anna:admin:" + HashPasswordCommand.hash("correct horse"));
    try (var server = AppServer.startFaulty(data, settings)) {
      assertFault(
          server,
          "The database schema (version 99) is newer than this release. Deploy the newer release, or run the undo scripts.");
    }
  }

  @Test
  @FaultTest
  void aFileOfAnotherApplicationIsNotChanged() throws Exception {
    var data = Installation.folder("foreign-file");
    var file = data.resolve("blog.db");
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      statement.executeUpdate("CREATE TABLE tags (id INTEGER PRIMARY KEY, name TEXT, slug TEXT)");
    }
    var content = Files.readAllBytes(file);
    var settings = Map.of("DIUN_SQLITE_FILE", file.toString());
    try (var server = AppServer.startFaulty(data, settings)) {
      assertFault(
          server,
          "The SQLite file %s belongs to another application (tables of the same name: tags). Nothing was changed. Set DIUN_SQLITE_FILE to another file."
              .formatted(file));
      assertThat(server.log()).containsOnlyOnce("DiunDashboard cannot start: ");
    }
    assertThat(file).hasBinaryContent(content);
    assertThat(Path.of(file + "-wal")).doesNotExist();
  }

  /** The file of Diun is a bbolt database, here with the beginning of its first page. */
  @Test
  @FaultTest
  void theDatabaseOfDiunIsNotChanged() throws Exception {
    var data = Installation.folder("database-of-diun");
    var file = data.resolve("diun.db");
    var content = ByteBuffer.allocate(8 * 4096).order(ByteOrder.LITTLE_ENDIAN);
    content.putShort(8, (short) 4).putInt(16, 0xED0CDAED).putInt(20, 2).putInt(24, 4096);
    Files.write(file, content.array());
    try (var server = AppServer.startFaulty(data, Map.of())) {
      assertFault(
          server,
          "The file %s is the database of Diun itself. DiunDashboard needs a file of its own: set DIUN_SQLITE_FILE to another file."
              .formatted(file));
    }
    assertThat(file).hasBinaryContent(content.array());
  }

  @Test
  @FaultTest
  void startupIsRetriedUntilTheFileIsUnlocked() throws Exception {
    var data = Installation.folder("locked-file");
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("diun.db"));
        var statement = connection.createStatement()) {
      statement.execute("BEGIN EXCLUSIVE");
      try (var server = AppServer.startFaulty(data, Map.of())) {
        await()
            .atMost(Duration.ofSeconds(30))
            .until(() -> !server.get("api/v1/health/ready").body().contains("is starting"));
        assertFault(
            server,
            "The SQLite file %s is locked by another program. Close that program, or wait until it releases the lock."
                .formatted(data.resolve("diun.db")));
        statement.execute("COMMIT");
        awaitReady(server);
      }
    }
  }

  @Test
  @FaultTest
  void startupIsRetriedUntilThePrivilegesAreGranted() throws Exception {
    try (var postgres = Postgres.start();
        var connection = postgres.connect();
        var statement = connection.createStatement()) {
      statement.execute("CREATE ROLE plain LOGIN");
      var settings = new HashMap<>(postgres.settings());
      settings.put("DIUN_POSTGRESQL_USER", "plain");
      try (var server = AppServer.startFaulty(Installation.folder("no-grants"), settings)) {
        assertFault(
            server,
            "The PostgreSQL user of the DataSource lacks a privilege (ERROR: permission denied for schema public). Let an administrator run: GRANT USAGE, CREATE ON SCHEMA public TO plain;");
        statement.execute("GRANT USAGE, CREATE ON SCHEMA public TO plain");
        awaitReady(server);
      }
    }
  }

  @Test
  @FaultTest
  void theSchemaOfAnotherApplicationIsNotChanged() throws Exception {
    try (var postgres = Postgres.start();
        var connection = postgres.connect();
        var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE updates (id SERIAL, title TEXT)");
      try (var server =
          AppServer.startFaulty(Installation.folder("foreign-schema"), postgres.settings())) {
        assertFault(
            server,
            "The schema public of the PostgreSQL database postgres belongs to another application (tables of the same name: updates). Nothing was changed. Set DIUN_POSTGRESQL_URL to another database, or to another schema with ?currentSchema=.");
      }
      try (var tables =
          statement.executeQuery(
              "SELECT string_agg(tablename, ',') FROM pg_tables WHERE schemaname = 'public'")) {
        tables.next();
        assertThat(tables.getString(1)).isEqualTo("updates");
      }
      statement.execute("CREATE SCHEMA diun");
      var settings = new HashMap<>(postgres.settings());
      settings.merge("DIUN_POSTGRESQL_URL", "?currentSchema=diun", String::concat);
      try (var server = AppServer.start(Installation.folder("own-schema"), settings)) {
        assertThat(server.notify(Payloads.of("nginx")).statusCode()).isEqualTo(200);
        assertThat(server.images()).containsExactly("nginx");
      }
    }
  }

  @Test
  @FaultTest
  void startupIsRetriedUntilTheDatabaseIsReachable() {
    var folder = Installation.folder("late-database");
    var port = AppServer.freePort();
    try (var server = AppServer.startFaulty(Installation.folder("late"), Postgres.settings(port))) {
      assertThat(server.get("api/v1/health/ready").body())
          .contains(
              "\"Cannot connect to PostgreSQL (",
              "). Start it, or check the URL of the DataSource (DIUN_POSTGRESQL_URL).\"");
      var postgres = Postgres.startDurable(folder, port);
      try (postgres) {
        awaitReady(server);
      }
      // Until then, the pool's connections report that PostgreSQL ended them.
      await()
          .atMost(Duration.ofSeconds(10))
          .untilAsserted(
              () ->
                  assertThat(server.get("api/v1/health/ready").body())
                      .contains(
                          "\"cause\":\"Cannot connect to PostgreSQL (",
                          "). Start it, or check the URL of the DataSource (DIUN_POSTGRESQL_URL).\""));
    }
  }

  @Test
  @FaultTest
  void readinessCheckTimesOutWhenTheDatabaseHangs() {
    try (var postgres = Postgres.start();
        var server = AppServer.start(Installation.folder("frozen"), postgres.settings())) {
      postgres.signal("STOP");
      try {
        assertFault(
            server, "The database did not respond within 3 seconds. Check its load and locks.");
      } finally {
        postgres.signal("CONT");
      }
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> server.get("api/v1/health/ready").statusCode() == 200);
    }
  }

  /** Checks the server's own endpoint, which WildFly as provisioned does not have. */
  private static void assertServerReports(String status, String kind, AppServer server) {
    if (ServerKind.current() == ServerKind.WILDFLY) {
      assertThat(server.log()).doesNotContain("MicroProfileChecks", "HealthCheck");
      return;
    }
    var health = server.get("health/" + kind);
    assertThat(health.body())
        .isEqualTo(
            """
            {"status":"%1$s","checks":[{"name":"diundashboard","status":"%1$s","data":{}}]}"""
                .formatted(status));
    assertThat(health.statusCode()).isEqualTo(status.equals("UP") ? 200 : 503);
  }

  private static void awaitReady(AppServer server) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> server.get("api/v1/health/ready").statusCode() == 200);
    assertThat(server.notify(Payloads.of("nginx")).statusCode()).isEqualTo(200);
  }

  private static void assertFault(AppServer server, String cause) {
    var ready = server.send("GET", "api/v1/health/ready", null, "Cookie", "diun-session=any");
    assertThat(ready.body())
        .isEqualTo(
            """
            {"status":"DOWN","checks":[{"name":"database","status":"DOWN","data":{"cause":"%s"}}]}"""
                .formatted(cause));
    assertThat(ready.statusCode()).isEqualTo(503);
    assertThat(server.get("api/v1/health/live").statusCode()).isEqualTo(200);
  }

  private static void assertOtherRequestsGet503(AppServer server) {
    var detail =
        "DiunDashboard is not ready. See the server log or GET /api/v1/health/ready for the cause.";
    for (var path : PATHS) {
      var refused = server.get(path);
      UpdatesIT.assertProblem(
          refused,
          503,
          "{\"title\":\"Service Unavailable\",\"status\":503,\"detail\":\""
              + detail
              + "\",\"code\":\"not-ready\"}");
      assertThat(refused.headers().firstValue("Retry-After")).hasValue("10");
    }
    var webhook = server.notify(Payloads.of("nginx"));
    assertThat(webhook.statusCode()).isEqualTo(503);
    assertThat(webhook.body()).isEqualTo(detail);
    assertThat(webhook.headers().firstValue("Retry-After")).hasValue("10");
    var ping = server.get("ping/00000000-0000-0000-0000-000000000000");
    assertThat(ping.statusCode()).isEqualTo(503);
    assertThat(ping.body()).isEqualTo(detail);
    assertThat(server.get("").statusCode()).isEqualTo(200);
    assertThat(server.log()).containsOnlyOnce("DiunDashboard cannot start: ");
  }
}
