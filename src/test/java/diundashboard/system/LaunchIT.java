package diundashboard.system;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.Payloads;
import diundashboard.system.stock.ServerJava;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Output and errors of the launcher. */
class LaunchIT {

  private static final Path ARCHIVE = Path.of("target/class-archive/classes.jsa");

  /** The archive that the build created shortens each start. */
  @Test
  void serverUsesTheClassArchive() {
    assertThat(Installation.SQLITE.server().maps(ARCHIVE)).isTrue();
  }

  /** A JDK with the same files, which reports another release. */
  @Test
  @FaultTest
  void anotherJavaStartsWithoutTheClassArchive() throws Exception {
    var data = Installation.folder("another-java");
    var java = Files.createDirectories(data.resolve("jdk"));
    for (var part : List.of("bin", "conf", "lib")) {
      Files.createSymbolicLink(java.resolve(part), ServerJava.home().resolve(part));
    }
    Files.writeString(java.resolve("release"), "JAVA_VERSION=\"0\"\n");
    try (var server = AppServer.start(data, Map.of("JAVA_HOME", java.toString()))) {
      assertThat(server.maps(ARCHIVE)).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DIUN_HTTP_PORT=http|DIUN_HTTP_PORT must be a number from 1 to 65535 (is 'http').",
        "DIUN_HTTP_PORT=65536,DIUN_POOL_MIN=30|DIUN_HTTP_PORT must be a number from 1 to 65535 (is '65536'). DIUN_POOL_MIN must be a number from 0 to DIUN_POOL_MAX (is '30').",
        "DIUN_DATA_DIR=/proc/diun|the data directory /proc/diun is not writable. Change its permissions, or set DIUN_DATA_DIR to another directory.",
        "DIUN_REOPEN=never,DIUN_DATASOURCE=jdbc/diun|diun.datasource (DIUN_DATASOURCE) must be a JNDI name that contains either sqlite or postgresql, such as jdbc/diun-sqlite (is 'jdbc/diun'). diun.reopen (DIUN_REOPEN) must be every-notification or new-digest (is 'never').",
        "DIUN_POSTGRESQL_PASSWORD_FILE=/nowhere|DIUN_POSTGRESQL_PASSWORD_FILE is '/nowhere', which cannot be read. Check the path and the file permissions.",
        "DIUN_SQLITE_FILE=/proc/diun/diun.db|the folder of the SQLite file /proc/diun/diun.db does not exist and cannot be created. Create it, or set DIUN_SQLITE_FILE to a file in another folder."
      })
  void invalidSettingIsReportedInOneLine(String settings, String sentence) throws Exception {
    assertThat(failureOf(settings)).isEqualTo("DiunDashboard cannot start: " + sentence + "\n");
  }

  /** The server finds the fault, not the launcher. */
  @ParameterizedTest
  @FaultTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DIUN_HTTP_ADDRESS=192.0.2.1|192.0.2.1 is not an address of this machine. Correct DIUN_HTTP_ADDRESS.",
        "DIUN_DATASOURCE=jdbc/other-sqlite|No DataSource named jdbc/other-sqlite. Create it (see server-config), or set DIUN_DATASOURCE.",
        "DIUN_DATASOURCE=jdbc/diun-postgresql,DIUN_POSTGRESQL_URL=jdbc:postgresql://127.0.0.1:1/x|Cannot connect to PostgreSQL (Connection refused). Start it, or check the URL of the DataSource (DIUN_POSTGRESQL_URL).",
        "DIUN_SQLITE_FILE=/proc/diun.db|The SQLite file /proc/diun.db cannot be opened. Check that it is a file, that its folder exists, and that the server's user may write to both."
      })
  void failedStartIsReportedInOneLine(String settings, String sentence) throws Exception {
    assertThat(failureOf(settings)).isEqualTo("DiunDashboard cannot start: " + sentence + "\n");
  }

  /** The message of the driver contains the architecture and the paths of this machine. */
  @Test
  @FaultTest
  void nativeLibraryThatCannotBeLoadedIsReportedInOneLine() throws Exception {
    var output = failureOf(Map.of("DIUN_JAVA_OPTS", "-Xmx384m -Dorg.sqlite.tmpdir=/proc/none"));
    assertThat(output.replaceFirst("\\(No native library found[^)]*\\)", "(...)"))
        .isEqualTo(
            "DiunDashboard cannot start: The SQLite driver cannot load its native library from the folder /proc/none (...). Let the server's user write to this folder and mount it without noexec, or set another folder with the JVM option -Dorg.sqlite.tmpdir.\n");
  }

  @Test
  @FaultTest
  void aFileThatIsNoDatabaseIsReportedAndNotChanged() throws Exception {
    var file = Files.writeString(Installation.folder("rubbish").resolve("notes.txt"), "Buy milk.");
    assertThat(failureOf(Map.of("DIUN_SQLITE_FILE", file.toString())))
        .isEqualTo(
            "DiunDashboard cannot start: The SQLite file %s is not a SQLite database. The diun.db of Diun itself is not one either. Set DIUN_SQLITE_FILE to another file.\n"
                .formatted(file));
    assertThat(file).hasContent("Buy milk.");
  }

  @Test
  void portInUseIsReportedInOneLine() throws Exception {
    try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var port = other.getLocalPort();
      assertThat(failureOf("DIUN_HTTP_PORT=" + port))
          .isEqualTo(
              "DiunDashboard cannot start: port %d of 127.0.0.1 is in use. Stop the program that uses it, or set DIUN_HTTP_PORT to another port.\n"
                  .formatted(port));
    }
  }

  @Test
  void dataDirectoryIsLocked() throws Exception {
    var data = Installation.SQLITE.server().data();
    assertThat(failureOf("DIUN_DATA_DIR=" + data))
        .isEqualTo(
            "DiunDashboard cannot start: another DiunDashboard is using the data directory %s. Stop it, or set DIUN_DATA_DIR to another directory.\n"
                .formatted(data));
  }

  @Test
  void webhookRequiresTheSecretAndSecretsAreNotPrinted() throws Exception {
    var data = Installation.folder("secret");
    var settings =
        Map.of(
            "WEBHOOK_SECRET",
            "hush-old, hush-new",
            "DIUN_POSTGRESQL_PASSWORD",
            "hush-database",
            "DIUN_REOPEN",
            "new-digest");
    var server = AppServer.start(data, settings);
    try (server) {
      assertThat(statusOf(server, "hush-old")).isEqualTo(200);
      assertThat(statusOf(server, "hush-new")).isEqualTo(200);
      assertThat(statusOf(server, "Bearer hush-new")).isEqualTo(200);
      assertThat(statusOf(server, "bearer hush-new")).isEqualTo(200);
      assertThat(statusOf(server, "hush")).isEqualTo(401);
      assertThat(statusOf(server, "Bearer")).isEqualTo(401);
      assertThat(statusOf(server, "")).isEqualTo(401);
      var refused = server.notify(Payloads.of("nginx"));
      assertThat(refused.statusCode()).isEqualTo(401);
      assertThat(refused.body())
          .isEqualTo(
              "Invalid webhook secret. Set notif.webhook.headers.Authorization in diun.yml.");
      onlyANewDigestReopens(server);
      assertThat(server.log()).contains("WFLYSRV0025").doesNotContain("hush");
    }
    assertThat(server.exitCode()).isZero();
    assertThat(
            Files.readString(ServerKind.console(data)).replaceAll("\\d\\d:\\d\\d:\\d\\d", "TIME"))
        .isEqualTo(
            """
            DiunDashboard is ready. Press Ctrl-C to stop it.
              Page      %1$s
              Webhook   %1$swebhook
              Database  %2$s/diun.db
              Sign-in   none
              Log       %2$s/wildfly/log/server.log
            TIME WARN Rejected a notification from 127.0.0.1: Invalid webhook secret. Set notif.webhook.headers.Authorization in diun.yml.
            TIME WARN Rejected a notification from 127.0.0.1: Invalid webhook secret. Set notif.webhook.headers.Authorization in diun.yml.
            """
                .formatted(server.uri(), data));
  }

  @Test
  void databasePasswordIsReadFromAFile() throws Exception {
    try (var postgres = Postgres.start()) {
      var settings = settingsWithPasswordFile(postgres, "hush-file\n");
      try (var server = AppServer.start(Installation.folder("password-file"), settings)) {
        assertThat(server.notify(Payloads.of("nginx")).statusCode()).isEqualTo(200);
      }
    }
  }

  @Test
  @FaultTest
  void wrongDatabasePasswordIsReportedInOneLine() throws Exception {
    try (var postgres = Postgres.start()) {
      assertThat(failureOf(settingsWithPasswordFile(postgres, "wrong")))
          .isEqualTo(
              "DiunDashboard cannot start: PostgreSQL rejects the user or password of the DataSource (FATAL: password authentication failed for user \"locked\"). Check DIUN_POSTGRESQL_USER and DIUN_POSTGRESQL_PASSWORD.\n");
    }
  }

  private static Map<String, String> settingsWithPasswordFile(Postgres postgres, String content)
      throws Exception {
    var file = Files.writeString(Installation.folder("password").resolve("file"), content);
    postgres.createUserWithPassword("locked", "hush-file");
    var settings = new HashMap<>(postgres.settings());
    settings.remove("DIUN_POSTGRESQL_PASSWORD");
    settings.put("DIUN_POSTGRESQL_USER", "locked");
    settings.put("DIUN_POSTGRESQL_PASSWORD_FILE", file.toString());
    return settings;
  }

  private static void onlyANewDigestReopens(AppServer server) {
    server.send("PATCH", "api/updates/nginx", null);
    statusOf(server, "hush-new");
    assertThat(server.get("api/updates").body()).contains("\"acknowledged\":true");
    server.send(
        "POST", "webhook", Payloads.of("nginx", "sha256:2222"), "Authorization", "hush-new");
    assertThat(server.get("api/updates").body()).contains("\"acknowledged\":false");
  }

  private static int statusOf(AppServer server, String authorization) {
    return server
        .send("POST", "webhook", Payloads.of("nginx"), "Authorization", authorization)
        .statusCode();
  }

  /** Returns the output of a start that fails. */
  private static String failureOf(String settings) throws IOException, InterruptedException {
    var environment = new HashMap<String, String>();
    for (var setting : settings.split(",", -1)) {
      environment.put(
          setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1));
    }
    return failureOf(environment);
  }

  private static String failureOf(Map<String, String> environment)
      throws IOException, InterruptedException {
    var data = Installation.folder("failure");
    var process = ServerKind.WILDFLY.launch(data, AppServer.freePort(), environment);
    assertThat(process.waitFor(60, SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(1);
    return Files.readString(ServerKind.console(data));
  }
}
