package diundashboard.system.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Types the commands of docs/operations.md on an empty Debian, with nothing but the files of the
 * release: a folder that debootstrap fills. It has no systemd. Needs {@code mvn -Prelease package},
 * root, and the Debian packages debootstrap and iproute2.
 */
class OperatorIT {

  private static final Path FOLDER = Path.of("target/stock/operator").toAbsolutePath();
  private static final Readme DOCUMENT = Readme.of("docs/operations.md");
  private static final String HEADING = "From the files of a release";
  private static final Pattern PENDING = Pattern.compile("\\{\"pending\":1,");
  private static final Pattern ANNA = Pattern.compile("\"name\":\"anna\",\"role\":\"admin\"");

  /** A part of the line of the log. */
  private static final String MOVED = " tables from jdbc/diun-sqlite in ";

  private final Path output = FOLDER.resolveSibling("operator.log");
  private Shell shell;

  @BeforeEach
  void createSystem() throws IOException {
    assumeThat(System.getProperty("user.name")).isEqualTo("root");
    Files.createDirectories(FOLDER);
    Files.deleteIfExists(output);
    var environment = new HashMap<String, String>();
    environment.put("SYSTEM", FOLDER.toString());
    environment.put("FILES", "/root");
    environment.put("VERSION", ReleaseIT.version());
    environment.put("DEBIAN_FRONTEND", "noninteractive");
    shell = new Shell(environment, output);
    shell.run(
        """
        rm -rf "$SYSTEM"
        debootstrap --variant=minbase bookworm "$SYSTEM"
        cp target/release/*.deb "$SYSTEM/root"
        echo 127.0.0.1 localhost >"$SYSTEM/etc/hosts"
        printf '#!/bin/sh\\nexit 101\\n' >"$SYSTEM/usr/sbin/policy-rc.d"
        chmod +x "$SYSTEM/usr/sbin/policy-rc.d\"""");
  }

  @Test
  void commandsLeadToTwoServersOnPostgresql() throws IOException {
    Files.writeString(FOLDER.resolve("root/install"), DOCUMENT.commands(HEADING, 2));
    Files.writeString(FOLDER.resolve("root/operate"), DOCUMENT.commandsFrom(HEADING, 3));
    inSystem("unshare --mount --pid --fork", "install");
    // With a network of its own, in which the ports are free.
    inSystem("unshare --net --mount --pid --fork", "operate");

    var printed = Files.readString(output);
    assertThat(PENDING.matcher(printed).results()).hasSize(3);
    assertThat(ANNA.matcher(printed).results()).hasSize(2);
    assertThat(FOLDER.resolve("root/diun-dashboard.dump")).isNotEmptyFile();
    try (var files = Files.list(FOLDER.resolve("root"))) {
      assertThat(files.filter(file -> file.toString().endsWith("Z.db")))
          .singleElement()
          .satisfies(file -> assertThat(file).isNotEmptyFile());
    }
    var log = FOLDER.resolve("var/lib/diun-dashboard/wildfly/log/server.log");
    assertThat(Files.readString(log)).containsOnlyOnce(MOVED).contains("Database: PostgreSQL 15");
  }

  /** Its processes end with the process namespace. */
  private void inSystem(String unshare, String script) {
    shell.run(
        """
        %s bash -euc '
          ip link set lo up
          mount -t proc proc "$SYSTEM/proc"
          mount -t tmpfs tmpfs "$SYSTEM/dev/shm"
          cd "$SYSTEM/root"
          chroot "$SYSTEM" bash -c "cd /root && bash -euo pipefail %s"'"""
            .formatted(unshare, script));
  }
}
