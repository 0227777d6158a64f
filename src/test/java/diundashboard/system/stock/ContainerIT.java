package diundashboard.system.stock;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import diundashboard.Payloads;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Builds the image of server-config/container with buildah and runs it as compose.yaml says: on a
 * read-only file system, without capabilities and without new privileges. Needs root and the Debian
 * packages buildah and debootstrap, but no container engine. Therefore it does not show that an
 * engine separates the network and limits resources. The base is Debian, and the result of the
 * first stage is that of the build on this machine.
 */
class ContainerIT {

  private static final Path FOLDER = Path.of("target/stock/container").toAbsolutePath();

  private final int port = StockServer.freePort();
  private final Application application =
      new Application(URI.create("http://127.0.0.1:" + port + "/"));
  private Shell shell;

  @BeforeEach
  void buildImage() throws IOException {
    assumeThat(System.getProperty("user.name")).isEqualTo("root");
    Files.createDirectories(FOLDER);
    var environment = new HashMap<String, String>();
    environment.put("BUILDAH_ISOLATION", "chroot");
    environment.put("STORAGE_DRIVER", "vfs");
    environment.put("FOLDER", FOLDER.toString());
    shell = new Shell(environment, FOLDER.resolveSibling("container.log"));
    shell.run(
        """
        [[ -e $FOLDER/base/usr/bin/java ]] ||
          debootstrap --variant=minbase --include=openjdk-17-jre-headless bookworm "$FOLDER/base"
        rm -rf "$FOLDER/base/dev"/* "$FOLDER/base/var/cache/apt" "$FOLDER/first" "$FOLDER/data"
        printf 'FROM scratch\\nCOPY . /\\n' >"$FOLDER/base.containerfile"
        buildah build --file "$FOLDER/base.containerfile" --tag localhost/diun-test-base "$FOLDER/base"
        mkdir -p "$FOLDER/first/build/target" "$FOLDER/first/build/server-config"
        cp -r target/server "$FOLDER/first/build/target"
        cp -r server-config/wildfly "$FOLDER/first/build/server-config"
        chmod -R a+rX "$FOLDER/first"
        install --directory --owner=10001 --group=10001 "$FOLDER/data"
        buildah build --format docker --build-arg BASE=localhost/diun-test-base --build-context build="$FOLDER/first" \\
          --file server-config/container/Containerfile --tag localhost/diun-test "$FOLDER/first"
        buildah rm diun-test >/dev/null 2>&1 || true
        buildah from --name diun-test localhost/diun-test
        buildah mount diun-test >"$FOLDER/root"
        buildah inspect --type image localhost/diun-test >"$FOLDER/image.json\"""");
  }

  @AfterEach
  void removeImage() {
    if (shell == null) return;
    shell.run(
        """
        buildah rm diun-test
        buildah rmi localhost/diun-test localhost/diun-test-base""");
  }

  @Test
  void imageRunsOnAReadOnlyFileSystemAndKeepsItsData() {
    shell.whileRunning(
        container(),
        application,
        () -> {
          application.assertServes();
          application.send("POST", "webhook", Payloads.of("redis:7"));
          assertIsConfined();
        });
    shell.whileRunning(
        container(),
        application,
        () ->
            assertThat(application.send("GET", "api/updates", "").body()).contains("\"redis:7\""));
  }

  /** The user is that of the image. */
  private void assertIsConfined() {
    var java =
        ProcessHandle.current()
            .descendants()
            .filter(each -> each.info().command().orElse("").endsWith("/java"))
            .filter(each -> proc(each, "environ").contains("DIUN_HTTP_PORT=" + port + "\0"))
            .findFirst()
            .orElseThrow();
    assertThat(proc(java, "status"))
        .contains(
            "Uid:\t10001\t10001\t10001\t10001", "CapEff:\t0000000000000000", "NoNewPrivs:\t1");
    assertThat(proc(java, "mounts").lines())
        .anyMatch(line -> line.matches("\\S+ / \\S+ ro\\b.*"))
        .anyMatch(line -> line.matches("\\S+ /data \\S+ rw\\b.*"));
  }

  private static String proc(ProcessHandle process, String file) {
    return StockServer.read(Path.of("/proc", String.valueOf(process.pid()), file));
  }

  /** Starts what the image says, in a mount namespace of its own, which ends with the process. */
  private String container() {
    var image = image();
    var user = image.getString("User");
    return """
        exec unshare --mount bash -euc '
          root=$(<"$FOLDER/root")
          mount --bind "$root" "$root"
          mount --bind "$FOLDER/data" "$root/data"
          mount -t tmpfs tmpfs "$root/tmp"
          mount -t proc proc "$root/proc"
          mount --rbind /dev "$root/dev"
          mount -o remount,bind,ro "$root"
          exec env --ignore-environment %s DIUN_HTTP_ADDRESS=127.0.0.1 DIUN_HTTP_PORT=%d DIUN_WEBHOOK_SECRET=%s \\
            chroot "$root" setpriv --reuid=%s --regid=%s --clear-groups --no-new-privs --inh-caps=-all --bounding-set=-all %s'"""
        .formatted(
            words(image, "Env"),
            port,
            Application.SECRET,
            user.replaceFirst(":.*", ""),
            user.replaceFirst(".*:", ""),
            words(image, "Entrypoint"));
  }

  private static String words(JsonObject image, String member) {
    return image.getJsonArray(member).getValuesAs(JsonString.class).stream()
        .map(JsonString::getString)
        .collect(joining(" "));
  }

  private static JsonObject image() {
    var text = StockServer.read(FOLDER.resolve("image.json"));
    try (var reader = Json.createReader(new StringReader(text))) {
      return reader.readObject().getJsonObject("OCIv1").getJsonObject("config");
    }
  }
}
