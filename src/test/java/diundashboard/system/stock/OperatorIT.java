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
 * release: a folder that debootstrap fills, once with systemd and once without. Needs {@code mvn
 * -Prelease package}, root, and the Debian packages debootstrap, iproute2 and systemd-container.
 */
class OperatorIT {

  private static final Path FOLDER = Path.of("target/stock/operator").toAbsolutePath();
  private static final Readme DOCUMENT = Readme.of("docs/operations.md");
  private static final String HEADING = "From the files of a release";
  private static final int INSTALL = 2;
  private static final int READY = 3;
  private static final int WITH_SYSTEMD = 4;
  private static final int WITHOUT_SYSTEMD = 5;
  private static final Pattern PENDING = Pattern.compile("\\{\"pending\":1,");
  private static final Pattern ANNA = Pattern.compile("\"name\":\"anna\",\"role\":\"admin\"");

  /** A part of the line of the log. */
  private static final String MOVED = " tables from jdbc/diun-sqlite in ";

  /** Runs the commands at the end of the start, and stops the system. */
  private static final String UNIT =
      """
      [Unit]
      After=multi-user.target

      [Service]
      Type=oneshot
      ExecStart=/bin/bash -euo pipefail /srv/operate
      WorkingDirectory=/srv
      StandardOutput=append:/srv/output
      StandardError=append:/srv/output
      ExecStopPost=/bin/systemctl poweroff --no-block

      [Install]
      WantedBy=default.target
      """;

  private final Path output = FOLDER.resolveSibling("operator.log");
  private Shell shell;

  @BeforeEach
  void installOnANewSystem() throws IOException {
    assumeThat(System.getProperty("user.name")).isEqualTo("root");
    Files.createDirectories(FOLDER);
    Files.deleteIfExists(output);
    var environment = new HashMap<String, String>();
    environment.put("SYSTEM", FOLDER.toString());
    environment.put("FILES", "/srv");
    environment.put("VERSION", ReleaseIT.version());
    environment.put("DEBIAN_FRONTEND", "noninteractive");
    shell = new Shell(environment, output);
    shell.run(
        """
        rm -rf "$SYSTEM"
        debootstrap --variant=minbase --include=systemd-sysv bookworm "$SYSTEM"
        cp target/release/*.deb "$SYSTEM/srv"
        echo 127.0.0.1 localhost >"$SYSTEM/etc/hosts"
        printf '#!/bin/sh\\nexit 101\\n' >"$SYSTEM/usr/sbin/policy-rc.d"
        chmod +x "$SYSTEM/usr/sbin/policy-rc.d\"""");
    write("srv/install", DOCUMENT.commands(HEADING, INSTALL));
    inSystem("unshare --mount --pid --fork", "install");
    shell.run("rm \"$SYSTEM/usr/sbin/policy-rc.d\"");
  }

  @Test
  void commandsLeadToTwoServersOnPostgresqlWithSystemd() throws IOException {
    writeCommands(WITH_SYSTEMD);
    write("etc/systemd/system/operate.service", UNIT);
    shell.run(
        """
        systemctl --root="$SYSTEM" enable operate.service
        systemd-nspawn --directory="$SYSTEM" --boot --register=no --keep-unit --private-network --console=pipe </dev/null
        cat "$SYSTEM/srv/output\"""");
    assertTwoServersOnPostgresql();
  }

  @Test
  void commandsLeadToTwoServersOnPostgresqlWithoutSystemd() throws IOException {
    writeCommands(WITHOUT_SYSTEMD);
    // With a network of its own, in which the ports are free.
    inSystem("unshare --net --mount --pid --fork", "operate");
    assertTwoServersOnPostgresql();
  }

  private static void writeCommands(int functions) throws IOException {
    write(
        "srv/operate",
        String.join(
            "\n",
            DOCUMENT.commands(HEADING, READY),
            DOCUMENT.commands(HEADING, functions),
            DOCUMENT.commandsFrom(HEADING, WITHOUT_SYSTEMD + 1)));
  }

  private static void write(String file, String text) throws IOException {
    Files.writeString(FOLDER.resolve(file), text);
  }

  private void assertTwoServersOnPostgresql() throws IOException {
    var printed = Files.readString(output);
    assertThat(PENDING.matcher(printed).results()).hasSize(3);
    assertThat(ANNA.matcher(printed).results()).hasSize(2);
    assertThat(FOLDER.resolve("srv/diun-dashboard.dump")).isNotEmptyFile();
    try (var files = Files.list(FOLDER.resolve("srv"))) {
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
          cd "$SYSTEM/srv"
          chroot "$SYSTEM" bash -c "cd /srv && bash -euo pipefail %s"'"""
            .formatted(unshare, script));
  }
}
