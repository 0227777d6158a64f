package diundashboard.system.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import diundashboard.Payloads;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Installs the files of a release by server-config/release/README.md, the Debian package on this
 * machine. Needs {@code mvn -Prelease package}, and root for the package.
 */
class ReleaseIT {

  private static final Path FILES = Path.of("target/release").toAbsolutePath();
  private static final Path DATA = Path.of("/var/lib/diun-dashboard");
  private static final Path SETTINGS = Path.of("/etc/default/diun-dashboard");
  private static final Readme README = Readme.of("server-config/release/README.md");
  private static final String PENDING = "\"redis:7\"";

  @TempDir private Path folder;
  private Shell shell;
  private Application application;

  @BeforeEach
  void setUp() throws IOException {
    var version = version();
    var port = StockServer.freePort();
    var environment = new HashMap<String, String>();
    environment.put("FILES", FILES.toString());
    environment.put("VERSION", version);
    environment.put("DIUN_HTTP_PORT", String.valueOf(port));
    environment.put("DIUN_WEBHOOK_SECRET", Application.SECRET);
    environment.put("DEBIAN_FRONTEND", "noninteractive");
    shell = new Shell(environment, FILES.resolve("test.log"));
    application = new Application(URI.create("http://127.0.0.1:" + port + "/"));
  }

  @Test
  void checksumsAreRight() {
    shell.run(README.commands("Check the files"));
  }

  @Test
  void archiveRunsWithoutMavenAndKeepsItsDataInItsFolder() throws IOException {
    shell.run("cd '%s'\n%s".formatted(folder, README.commands("Archive", 1)));
    var run = "cd '%s'\nexec %s".formatted(folder, README.commands("Archive", 2));
    shell.whileRunning("export PATH=/usr/bin:/bin\n" + run, application, application::assertServes);
    assertThat(release(folder, "*/data/diun.db")).isRegularFile();
  }

  @Test
  void packageIsInstalledUpgradedAndRemoved() throws IOException {
    assumeThat(System.getProperty("user.name")).isEqualTo("root");
    var older = olderPackage();
    try {
      shell.run("apt-get install --yes '%s'".formatted(older));
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(SETTINGS)))
          .isEqualTo("rw-r-----");
      Files.writeString(SETTINGS, Files.readString(SETTINGS) + "DIUN_REOPEN=new-digest\n");
      serve(
          () -> {
            application.assertServes();
            application.send("POST", "webhook", Payloads.of("redis:7"));
          });

      shell.run(README.commands("Debian package", 1));
      assertThat(Files.readString(SETTINGS)).endsWith("DIUN_REOPEN=new-digest\n");
      serve(() -> assertThat(application.send("GET", "api/updates", "").body()).contains(PENDING));

      shell.run("apt-get remove --yes diun-dashboard");
      assertThat(DATA.resolve("diun.db")).isRegularFile();
      assertThat(SETTINGS).isRegularFile();
      assertThat(Path.of("/usr/share/diun-dashboard")).doesNotExist();
    } finally {
      shell.run(README.commands("Debian package", 4));
    }
    assertThat(DATA).doesNotExist();
    assertThat(SETTINGS).doesNotExist();
  }

  /** Runs the installed application as its user, without systemd. */
  private void serve(Runnable use) throws IOException {
    shell.whileRunning("exec " + README.commands("Debian package", 3), application, use);
    assertThat(Files.getOwner(DATA.resolve("diun.db")).getName()).isEqualTo("diun-dashboard");
  }

  /** The package as of an older version: only its number differs. */
  private Path olderPackage() {
    var older = folder.resolve("older.deb");
    shell.run(
        """
        dpkg-deb --raw-extract "$FILES"/diun-dashboard_*_all.deb '%1$s/older'
        sed -i 's/^Version: .*/Version: 0.0.1/' '%1$s/older/DEBIAN/control'
        dpkg-deb -Znone --build '%1$s/older' '%2$s'"""
            .formatted(folder, older));
    return older;
  }

  static String version() throws IOException {
    return Files.readString(release("*-server/*/VERSION")).strip();
  }

  private static Path release(String pattern) throws IOException {
    return release(FILES, pattern);
  }

  private static Path release(Path folder, String pattern) throws IOException {
    var matcher = folder.getFileSystem().getPathMatcher("glob:" + folder + "/" + pattern);
    try (var files = Files.walk(folder, 3)) {
      return files.filter(matcher::matches).findFirst().orElseThrow();
    }
  }
}
