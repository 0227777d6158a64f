package diundashboard.system;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A Keycloak process: the OpenID Connect provider, with four users and their groups. */
final class Keycloak implements AutoCloseable {

  private static final Path FOLDER = Path.of("target/stock/keycloak");

  private final Process process;
  private final String realm;

  private Keycloak(Process process, String realm) {
    this.process = process;
    this.realm = realm;
  }

  static Keycloak start() {
    var data = Installation.folder("keycloak");
    var port = AppServer.freePort();
    try (var folders = Files.list(FOLDER)) {
      var home = folders.findFirst().orElseThrow();
      var realms = Files.createDirectories(home.resolve("data/import"));
      Files.writeString(
          realms.resolve("realm.json"),
          Files.readString(Path.of("src/test/resources/keycloak/realm.json")));
      var builder =
          new ProcessBuilder(
              List.of(
                  home.resolve("bin/kc.sh").toString(),
                  "start-dev",
                  "--import-realm",
                  "--db=dev-mem",
                  "--http-host=127.0.0.1",
                  "--http-port=" + port));
      builder.redirectErrorStream(true).redirectOutput(data.resolve("console.log").toFile());
      var process = builder.start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process)));
      var keycloak = new Keycloak(process, "http://127.0.0.1:" + port + "/realms/diun");
      await().atMost(Duration.ofMinutes(4)).until(keycloak::answers);
      return keycloak;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns its address for the setting {@code diun.oidc.provider}. */
  String realm() {
    return realm;
  }

  private boolean answers() {
    if (!process.isAlive()) throw new IllegalStateException("Keycloak does not start");
    var request = HttpRequest.newBuilder(URI.create(realm + "/.well-known/openid-configuration"));
    try {
      return HttpClient.newHttpClient()
              .send(request.build(), BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    end(process);
  }

  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
