package diundashboard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the launcher says about the lines of a server's log, here those of a script. */
class LauncherTest {

  private static final String TIME = "08:15:00,000 INFO  ";
  private static final String STARTED = TIME + "WFLYSRV0025: WildFly started in 7000ms";
  private static final String MOVE =
      TIME + "Moving the database from jdbc/diun-sqlite. Requests get 503 until that has ended.";

  @TempDir private Path folder;

  @BeforeEach
  void createRelease() throws IOException {
    var server = folder.resolve("lib/server");
    Files.createDirectories(server.resolve("standalone/configuration"));
    Files.createDirectories(server.resolve("standalone/deployments"));
    for (var file :
        new String[] {
          "jboss-modules.jar",
          "standalone/configuration/logging.properties",
          "standalone/deployments/diun-dashboard.war"
        }) {
      Files.createFile(server.resolve(file));
    }
    Files.copy(
        Path.of("server-config/wildfly/run"),
        folder.resolve("lib/run"),
        StandardCopyOption.COPY_ATTRIBUTES);
  }

  @Test
  void aStartedServerIsReady() throws Exception {
    assertThat(output(STARTED)).startsWith("DiunDashboard is ready. Press Ctrl-C to stop it.\n");
  }

  @Test
  void aServerThatMovesItsDatabaseIsNotReady() throws Exception {
    assertThat(output(MOVE, TIME + "Moving jdbc/diun-sqlite: 40 %", STARTED))
        .startsWith("DiunDashboard is moving the database (40 %) and not ready yet. Press Ctrl-C");
  }

  @Test
  void aServerThatHasMovedItsDatabaseIsReady() throws Exception {
    assertThat(
            output(
                MOVE,
                TIME + "Moving jdbc/diun-sqlite: 100 %",
                TIME + "Moved 12 rows of 26 tables from jdbc/diun-sqlite in 1 s (12 rows/s).",
                STARTED))
        .startsWith("DiunDashboard is ready. Press Ctrl-C to stop it.\n");
  }

  private String output(String... log) throws Exception {
    var lines = Files.write(folder.resolve("log"), List.of(log));
    var java = Files.createDirectories(folder.resolve("jdk/bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\nexec cat '%s'\n".formatted(lines));
    assertThat(java.toFile().setExecutable(true)).isTrue();
    var process = new ProcessBuilder(folder.resolve("lib/run").toString());
    process.redirectErrorStream(true).environment().clear();
    process.environment().put("PATH", System.getenv("PATH"));
    process.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
    var started = process.start();
    var output = new String(started.getInputStream().readAllBytes(), UTF_8);
    assertThat(started.waitFor()).isZero();
    return output;
  }
}
