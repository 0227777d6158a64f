package diundashboard.system;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import diundashboard.Payloads;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Faults of the SQLite file under a running server. Notifications get 503 and readiness names the
 * cause, without a stack trace in the log.
 */
@FaultTest
@ServerDependent
class SqliteFaultsIT {

  private static final int PAGE = 4096;

  private int count;

  /** Needs the privilege to mount a small file system. */
  @Test
  void aFullDisk() throws Exception {
    var disk = Files.createDirectories(Installation.folder("full-disk").resolve("disk"));
    run("mount", "-t", "tmpfs", "-o", "size=2m", "none", disk.toString());
    var file = disk.resolve("diun.db");
    try (var server = start("full", file)) {
      assertAccepted(server);
      var backup = server.get("api/v1/backup");
      assertThat(backup.body()).contains("\"code\":\"insufficient-storage\"");
      assertThat(backup.statusCode()).isEqualTo(507);
      Files.write(disk.resolve("large"), new byte[1 << 20]);
      fill(disk.resolve("rest"));
      for (int i = 0; i < 20; i++) assertUnavailable(server);
      assertThat(server.send("POST", "api/tags", "{\"name\":\"x\"}").statusCode()).isEqualTo(503);
      assertNotReady(server, "The disk of the SQLite file %s is full. Free disk space.", file);
      assertShortLog(server);
      Files.delete(disk.resolve("large"));
      assertAccepted(server);
      assertReady(server);
    } finally {
      run("umount", disk.toString());
    }
  }

  @Test
  void damagedPagesThatAreRepaired() throws Exception {
    var file = Installation.folder("damaged-file").resolve("diun.db");
    try (var server = start("damaged", file)) {
      for (int i = 0; i < 50; i++) assertAccepted(server);
      checkpoint(file);
      var content = Files.readAllBytes(file);
      overwrite(file, new byte[content.length - PAGE]);
      for (int i = 0; i < 20; i++) assertUnavailable(server);
      assertThat(server.get("api/v1/images?limit=7").statusCode()).isEqualTo(503);
      assertNotReady(server, "The SQLite file %s is damaged. Restore a backup.", file);
      assertShortLog(server);
      overwrite(file, Arrays.copyOfRange(content, PAGE, content.length));
      assertReady(server);
      assertAccepted(server);
      assertThat(server.images()).hasSize(count - 20);
    }
  }

  @Test
  void aFileThatIsReplacedByRubbish() throws Exception {
    var file = Installation.folder("rubbish-file").resolve("diun.db");
    try (var server = start("rubbish", file)) {
      assertAccepted(server);
      checkpoint(file);
      var content = Files.readAllBytes(file);
      Files.write(file, "rubbish".repeat(1000).getBytes(US_ASCII));
      assertUnavailable(server);
      assertThat(server.get("api/v1/health/ready").statusCode()).isEqualTo(503);
      assertShortLog(server);
      Files.write(file, content);
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> server.get("api/v1/health/ready").statusCode() == 200);
      assertAccepted(server);
    }
  }

  @Test
  void aFileThatIsMovedIsNotUsedUntilTheRestart() throws Exception {
    var file = Installation.folder("moved-file").resolve("diun.db");
    var away = file.resolveSibling("away.db");
    try (var server = start("moved", file)) {
      assertAccepted(server);
      Files.move(file, away);
      for (int i = 0; i < 20; i++) assertUnavailable(server);
      assertNotReady(
          server,
          "The SQLite file %s was moved, deleted or replaced while DiunDashboard was running. Nothing is stored until DiunDashboard is restarted. Put the file that it is to use there, without -wal and -shm files of another one, and restart.",
          file);
      assertShortLog(server);
      Files.move(away, file);
    }
    try (var server = start("moved", file)) {
      assertThat(server.images()).containsExactly("image1");
      assertAccepted(server);
    }
  }

  @Test
  void aBackupOverTheFileOfAKilledServer() throws Exception {
    var file = Installation.folder("restored-file").resolve("diun.db");
    var log = Path.of(file + "-wal");
    var backup = file.resolveSibling("backup.db");
    var server = start("killed", file);
    assertAccepted(server);
    execute(file, "VACUUM INTO '" + backup + "'");
    for (int i = 0; i < 50; i++) assertAccepted(server);
    server.kill();
    var killed = System.nanoTime();
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> System.nanoTime() - killed > Duration.ofSeconds(11).toNanos());
    Files.write(file, Files.readAllBytes(backup));
    try (var refused = AppServer.startFaulty(Installation.folder("restored"), settings(file))) {
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> !refused.get("api/v1/health/ready").body().contains("is starting"));
      assertNotReady(
          refused,
          "The SQLite file %1$s is newer than its write-ahead log %1$s-wal. If you have restored a backup, delete %1$s-wal and %1$s-shm. If not, run: touch %1$s-wal",
          file);
      Files.delete(log);
      Files.deleteIfExists(Path.of(file + "-shm"));
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> refused.get("api/v1/health/ready").statusCode() == 200);
      assertThat(refused.images()).containsExactly("image1");
      assertAccepted(refused);
    }
  }

  private AppServer start(String name, Path file) {
    return AppServer.start(Installation.folder(name), settings(file));
  }

  private static Map<String, String> settings(Path file) {
    return Map.of("DIUN_SQLITE_FILE", file.toString());
  }

  private void assertAccepted(AppServer server) {
    assertThat(server.notify(Payloads.of("image" + ++count)).statusCode()).isEqualTo(200);
  }

  private void assertUnavailable(AppServer server) {
    var answer = server.notify(Payloads.of("image" + ++count));
    assertThat(answer.body()).isEqualTo("The database is unavailable. Try again in a few seconds.");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("10");
  }

  private static void assertReady(AppServer server) {
    assertThat(server.get("api/v1/health/ready").statusCode()).isEqualTo(200);
  }

  private static void assertNotReady(AppServer server, String cause, Path file) {
    var ready = server.get("api/v1/health/ready");
    assertThat(ready.body()).contains("\"cause\":\"" + cause.formatted(file) + "\"");
    assertThat(ready.statusCode()).isEqualTo(503);
    assertThat(server.get("api/v1/health/live").statusCode()).isEqualTo(200);
  }

  /** A few lines from the first failure on, however many requests fail. */
  private static void assertShortLog(AppServer server) {
    var log = server.log();
    assertThat(log.substring(log.indexOf("The database is not available")))
        .hasSizeLessThan(3000)
        .doesNotContain("\tat ");
  }

  private static void checkpoint(Path file) throws Exception {
    execute(file, "PRAGMA wal_checkpoint(TRUNCATE)");
  }

  private static void execute(Path file, String sql) throws Exception {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Overwrites all pages but the first. */
  private static void overwrite(Path file, byte[] content) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(content), PAGE);
    }
  }

  private static void fill(Path file) throws IOException {
    try (var output = Files.newOutputStream(file)) {
      while (true) output.write(new byte[1024]);
    } catch (IOException e) {
      assertThat(e).hasMessageContaining("No space left");
    }
  }

  private static void run(String... command) throws Exception {
    var process = new ProcessBuilder(command).inheritIO().start();
    assertThat(process.waitFor()).isZero();
  }
}
