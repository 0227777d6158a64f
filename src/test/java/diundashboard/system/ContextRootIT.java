package diundashboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import diundashboard.Payloads;
import diundashboard.system.browser.Chromium;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** The application under another context root, with and without a reverse proxy. */
@ServerDependent
class ContextRootIT {

  @Test
  void applicationWorksUnderAnotherContextRoot() {
    var settings = Map.of("DIUN_CONTEXT_ROOT", "/diun");
    try (var server = AppServer.start(Installation.folder("context-root"), settings)) {
      assertWorks(server.uri());
    }
  }

  /** The proxy removes a path prefix and, as far as the application can see, terminates TLS. */
  @Test
  void applicationWorksBehindAReverseProxy() throws IOException {
    var server = Installation.SQLITE.empty();
    var proxy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    proxy.setExecutor(Executors.newCachedThreadPool());
    proxy.createContext("/outside/", exchange -> forward(exchange, server.uri()));
    proxy.start();
    try {
      assertWorks(URI.create("http://127.0.0.1:" + proxy.getAddress().getPort() + "/outside/"));
    } finally {
      proxy.stop(0);
    }
  }

  private static void assertWorks(URI outside) {
    try (var window = Chromium.browser().newContext()) {
      var page = window.newPage();
      page.navigate(outside.toString());
      page.getByText("endpoint: " + outside + "webhook").waitFor();
      assertThat(status("POST", outside + "webhook", Payloads.of("docker.io/library/nginx:1")))
          .isEqualTo(200);
      page.getByText("nginx").waitFor();
      page.getByLabel("Mark nginx as done").click();
      page.getByText("All caught up").waitFor();
      assertThat(status("GET", outside + "webhook", "")).isEqualTo(405);
      assertThat(status("GET", outside + "api/v1/health/ready", "")).isEqualTo(200);
    }
  }

  private static int status(String method, String uri, String body) {
    var request =
        HttpRequest.newBuilder(URI.create(uri))
            .method(method, BodyPublishers.ofString(body))
            .build();
    try {
      return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void forward(HttpExchange exchange, URI server) throws IOException {
    var target = server.resolve(exchange.getRequestURI().toString().replaceFirst("^/outside/", ""));
    var request =
        HttpRequest.newBuilder(target)
            .version(HttpClient.Version.HTTP_1_1)
            .header("X-Forwarded-Proto", "https")
            .header("X-Forwarded-Host", "outside.example")
            .header("X-Forwarded-Prefix", "/outside")
            .method(
                exchange.getRequestMethod(),
                BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()))
            .build();
    try (exchange) {
      var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
      answer
          .headers()
          .firstValue("Content-Type")
          .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
      answer
          .headers()
          .firstValue("Content-Security-Policy")
          .ifPresent(
              policy -> exchange.getResponseHeaders().set("Content-Security-Policy", policy));
      exchange.sendResponseHeaders(
          answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
      exchange.getResponseBody().write(answer.body());
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }
}
