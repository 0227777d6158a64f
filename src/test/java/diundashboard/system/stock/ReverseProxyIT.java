package diundashboard.system.stock;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import diundashboard.Payloads;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs proxies with the settings in docs/reverse-proxies.md, without TLS, before the provisioned
 * server. Needs the Debian packages nginx-light, haproxy and caddy.
 */
class ReverseProxyIT {

  private static final Readme README = Readme.of("docs/reverse-proxies.md");
  private static final String IMAGE = "docker.io/library/nginx:latest";

  @TempDir private static Path folder;
  private static Application direct;
  private static Process server;

  private final int port = StockServer.freePort();
  private final Application application =
      new Application(URI.create("http://127.0.0.1:" + port + "/"));

  @BeforeAll
  static void startServer() {
    var serverPort = StockServer.freePort();
    direct = new Application(URI.create("http://127.0.0.1:" + serverPort + "/"));
    var environment = new HashMap<String, String>();
    environment.put("DIUN_HTTP_PORT", String.valueOf(serverPort));
    environment.put("DIUN_DATA_DIR", folder.resolve("data").toString());
    environment.put("DIUN_WEBHOOK_SECRET", Application.SECRET);
    environment.put("DIUN_PROXY_ADDRESSES", "127.0.0.1");
    server =
        new Shell(environment, folder.resolve("server.log"))
            .start("exec server-config/wildfly/run --no-build");
    await().atMost(Duration.ofMinutes(2)).until(direct::isReady);
  }

  @AfterAll
  static void stopServer() throws InterruptedException {
    end(server);
  }

  @Test
  void nginx() throws Exception {
    var settings =
        README
            .code("nginx", "nginx")
            .replace("listen 443 ssl;", "listen 127.0.0.1:%d;".formatted(port))
            .replaceAll("ssl_certificate.*", "");
    var http =
        "daemon off; error_log stderr; pid %1$s/nginx.pid; events {} http { access_log off; %2$s }";
    serves("nginx -p '%1$s' -c '%2$s'", http.formatted(folder, settings));
  }

  @Test
  void haproxy() throws Exception {
    var settings =
        README.code("HAProxy", "haproxy").replaceAll("bind .*", "bind 127.0.0.1:" + port);
    serves("haproxy -db -f '%2$s'", settings);
  }

  @Test
  void caddy() throws Exception {
    var settings =
        README.code("Caddy", "caddy").replace("diun.example", "http://127.0.0.1:" + port);
    serves(
        "env HOME='%1$s' caddy run --adapter caddyfile --config '%2$s'",
        "{\n admin off\n}\n" + settings);
  }

  private void serves(String command, String settings) throws Exception {
    var file = Files.createTempFile(folder, "proxy", ".conf");
    Files.writeString(file, settings.replace("127.0.0.1:8080", direct.uri().getAuthority()) + "\n");
    var shell = new Shell(new HashMap<>(), folder.resolve(file.getFileName() + ".log"));
    var proxy = shell.start("exec " + command.formatted(folder, file));
    try {
      await().atMost(Duration.ofSeconds(30)).until(application::isReady);
      pathsAreUnchanged();
      eventsArriveAtOnce();
      addressOfTheClientIsKnown(shell);
    } catch (Exception | AssertionError e) {
      throw new AssertionError(StockServer.read(shell.output()), e);
    } finally {
      end(proxy);
    }
  }

  private void pathsAreUnchanged() {
    assertThat(application.send("POST", "webhook", Payloads.of(IMAGE)).statusCode()).isEqualTo(200);
    var path = "api/updates/" + IMAGE.replace("/", "%2F");
    assertThat(application.send("PATCH", path, "").statusCode()).isEqualTo(204);
    assertThat(application.send("POST", "webhook", "x".repeat(1_100_000)).body())
        .isEqualTo("The request body is larger than 1 MiB.");
  }

  private void eventsArriveAtOnce() throws Exception {
    var request = HttpRequest.newBuilder(application.uri().resolve("api/v1/events")).build();
    var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    var stream = client.sendAsync(request, BodyHandlers.ofLines()).get(10, SECONDS);
    var event =
        CompletableFuture.supplyAsync(
            () ->
                stream.body().filter(line -> line.contains("streamed:" + port)).findFirst().get());
    application.send("POST", "webhook", Payloads.of("streamed:" + port));
    assertThat(event.get(10, SECONDS)).startsWith("data:");
  }

  private void addressOfTheClientIsKnown(Shell shell) {
    shell.run(
        "curl --silent --interface 127.0.0.2 --data 'proxy %1$d' --header 'Authorization: wrong' http://127.0.0.1:%1$d/webhook"
            .formatted(port));
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () ->
                assertThat(direct.send("GET", "api/v1/rejections", "").body())
                    .contains("127.0.0.2"));
  }

  private static void end(Process process) throws InterruptedException {
    process.destroy();
    if (!process.waitFor(30, SECONDS)) process.destroyForcibly();
  }
}
