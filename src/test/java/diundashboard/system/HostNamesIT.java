package diundashboard.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.Payloads;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Host names of requests, without authentication and with {@code diun.url}. */
@ServerDependent
class HostNamesIT {

  private static AppServer server;

  @BeforeAll
  static void start() {
    server =
        AppServer.start(
            Installation.folder("host-names"), Map.of("DIUN_URL", "http://lab.example/"));
  }

  @AfterAll
  static void end() {
    if (server != null) server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /, lab.example, 200",
    "GET, /api/updates, lab.example:8080, 200",
    "GET, /api/updates, 127.0.0.1, 200",
    "GET, /api/updates, diun, 200",
    "GET, /, evil.example, 403",
    "GET, /sign-in.html, evil.example, 403",
    "GET, /api/updates, evil.example, 403",
    "GET, /api/v1/events, evil.example, 403",
    "GET, /api/v1/openapi.json, evil.example, 403",
    "POST, /api/updates/acknowledge-all, evil.example, 403",
    "GET, /api/v1/health/live, evil.example, 200",
    "GET, /api/v1/health/ready, evil.example, 200"
  })
  void otherHostNamesAreRejected(String method, String path, String host, int status) {
    assertThat(answer(method, path, host, "")).startsWith("HTTP/1.1 " + status + " ");
  }

  @Test
  void theResponseSaysWhatToDo() {
    assertThat(answer("GET", "/api/updates", "evil.example", ""))
        .contains("Content-Type: application/problem+json")
        .endsWith(
            """
            {"title":"Forbidden","status":403,\
            "detail":"This host name is not allowed. Use http://lab.example/ (the setting DIUN_URL), an IP address, or a name without a dot. A reverse proxy must pass on the Host header.",\
            "code":"host-not-allowed","params":{"url":"http://lab.example/"}}""");
    assertThat(answer("GET", "/", "evil.example", ""))
        .contains("Content-Type: text/plain")
        .endsWith(
            "This host name is not allowed. Open http://lab.example/ (the setting DIUN_URL).");
  }

  /** Diun may know the application by another name. A page of an attacker sends its origin. */
  @Test
  void theWebhookRejectsBrowsersOnly() {
    var diun = answer("POST", "/webhook", "diun.default.svc", Payloads.of("nginx:1"));
    assertThat(diun).startsWith("HTTP/1.1 200 ");
    var page =
        answer(
            "POST",
            "/webhook",
            "evil.example\r\nOrigin: http://evil.example",
            Payloads.of("nginx:2"));
    assertThat(page).startsWith("HTTP/1.1 403 ");
    assertThat(server.images()).containsExactly("nginx:1");
  }

  private static String answer(String method, String path, String host, String body) {
    var request =
        "%s %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(method, path, host, body.length(), body);
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.uri().getPort())) {
      socket.getOutputStream().write(request.getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
