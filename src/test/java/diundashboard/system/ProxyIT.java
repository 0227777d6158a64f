package diundashboard.system;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.platform.config.CidrRange;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Authentication by a reverse proxy at 127.0.0.1. Requests from 127.0.0.2 bypass it. */
@ServerDependent
class ProxyIT {

  private static final Pattern HREF = Pattern.compile("href=\"([^\"]*)\"");

  private static AppServer server;

  @BeforeAll
  static void start() {
    server =
        AppServer.start(
            Installation.folder("proxy"),
            Map.of(
                "DIUN_AUTH",
                "proxy",
                "DIUN_PROXY_ADDRESSES",
                "127.0.0.1",
                "DIUN_PROXY_USER_HEADER",
                "X-Forwarded-User",
                "DIUN_GROUPS",
                "ops=admin,dev=editor,*=viewer",
                "DIUN_METRICS",
                "open"));
  }

  @AfterAll
  static void end() {
    if (server != null) server.close();
  }

  @ParameterizedTest
  @CsvSource({"'', viewer", "guests, viewer", "'guests, dev', editor", "dev|ops, admin"})
  void userHasTheRoleOfTheirGroups(String groups, String role) {
    var headers = new String[] {"X-Forwarded-User", "zoe", "Remote-Groups", groups};
    assertThat(server.send("GET", "api/v1/session", null, headers).body())
        .isEqualTo("{\"auth\":\"proxy\",\"name\":\"zoe\",\"role\":\"" + role + "\"}");
    assertThat(server.send("GET", "", null, headers).statusCode()).isEqualTo(200);
    RolesIT.assertAllowed(server, role, headers);
  }

  @Test
  void requestWithoutUserHeaderIsUnauthenticated() {
    assertThat(server.get("api/updates").statusCode()).isEqualTo(401);
    var page = server.get("");
    assertThat(page.statusCode()).isEqualTo(403);
    assertThat(page.body())
        .isEqualTo(
            "Access denied: the reverse proxy sent no user name, or your groups have no role.");
  }

  @Test
  void metricsAreOpenIfTheSettingSaysSo() {
    assertThat(server.get("api/v1/hosts").statusCode()).isEqualTo(401);
    assertThat(server.get("api/v1/metrics").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "'de-AT, en;q=0.5', de",
    "'fr, de;q=0.8, en;q=0.5', de",
    "'en, de;q=0.8', en",
    "fr, en"
  })
  void thePageWithoutAccessHasTheLanguageOfTheBrowser(String accepted, String language) {
    var page = server.send("GET", "", null, "Accept-Language", accepted);
    assertThat(page.statusCode()).isEqualTo(403);
    assertThat(page.headers().firstValue("Content-Language")).hasValue(language);
    assertThat(page.body())
        .startsWith(language.equals("de") ? "Kein Zugriff: " : "Access denied: ");
  }

  /** What Traefik sends for https://lab.example/diun/... with StripPrefix=/diun. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "X-Forwarded-Host: lab.example, X-Forwarded-Proto: https, X-Forwarded-Port: 443, X-Forwarded-For: 192.0.2.7",
        "Forwarded: for=192.0.2.7;proto=https;host=lab.example"
      })
  void linksAreThoseThatTheProxyReports(String sent) {
    var headers =
        new ArrayList<>(List.of("X-Forwarded-User", "zoe", "X-Forwarded-Prefix", "/diun"));
    for (var header : sent.split(", ", -1)) headers.addAll(List.of(header.split(": ", -1)));
    var feed = server.send("GET", "api/v1/feed.atom", null, headers.toArray(String[]::new)).body();
    assertThat(HREF.matcher(feed).results().map(each -> each.group(1)).limit(2))
        .containsExactly("https://lab.example/diun/api/v1/feed.atom", "https://lab.example/diun/");
    var misaddressed = server.send("POST", "", "{}", headers.toArray(String[]::new));
    assertThat(misaddressed.body())
        .isEqualTo(
            "This is not the webhook endpoint. In diun.yml, set notif.webhook.endpoint to https://lab.example/diun/webhook.");
  }

  /** Older browsers send no Sec-Fetch-Site. */
  @ParameterizedTest
  @CsvSource({"https://lab.example, 404", "https://evil.example, 403"})
  void thePageMayWriteThroughTheProxy(String origin, int status) {
    var answer =
        server.send(
            "PATCH",
            "api/updates/none",
            null,
            "X-Forwarded-User",
            "zoe",
            "Remote-Groups",
            "ops",
            "X-Forwarded-Host",
            "lab.example",
            "X-Forwarded-Proto",
            "https",
            "Origin",
            origin);
    assertThat(answer.statusCode()).isEqualTo(status);
  }

  /** oauth2-proxy and others send the provider's token with every request. */
  @ParameterizedTest
  @CsvSource({
    "Bearer eyJhbGciOiJSUzI1NiJ9.e30.x, 200",
    "bearer opaque, 200",
    "Bearer DIUN_x, 200",
    "Basic em9lOng=, 200",
    "Bearer, 200",
    "Bearer diun_unknown, 401"
  })
  void tokensOfOtherApplicationsAreIgnored(String authorization, int status) {
    var answer =
        server.send(
            "GET", "api/updates", null, "X-Forwarded-User", "zoe", "Authorization", authorization);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(server.send("GET", "api/updates", null, "Authorization", authorization).statusCode())
        .isEqualTo(401);
  }

  @Test
  void apiTokensTakePrecedenceOverTheUserHeader() {
    var body =
        """
        {"name":"deploy","role":"viewer"}""";
    var admin = new String[] {"X-Forwarded-User", "zoe", "Remote-Groups", "ops"};
    var created = server.send("POST", "api/v1/tokens", body, admin);
    var token = "Bearer " + Texts.member(created.body(), "secret");
    assertThat(
            server
                .send(
                    "GET",
                    "api/v1/session",
                    null,
                    "X-Forwarded-User",
                    "zoe",
                    "Authorization",
                    token)
                .body())
        .isEqualTo(
            """
            {"auth":"proxy","name":"token:deploy","role":"viewer"}""");
  }

  @Test
  void duplicateUserHeaderIsRejected() {
    assertThat(
            server
                .send(
                    "GET",
                    "api/updates",
                    null,
                    "X-Forwarded-User",
                    "anna",
                    "X-Forwarded-User",
                    "zoe")
                .statusCode())
        .isEqualTo(401);
  }

  @Test
  void headersFromOtherAddressesAreIgnored() throws IOException {
    assertThat(statusFrom("127.0.0.1")).isEqualTo("200");
    assertThat(statusFrom("127.0.0.2")).isEqualTo("401");
  }

  private static String statusFrom(String address) throws IOException {
    var uri = server.uri();
    try (var socket = new Socket(address(uri.getHost()), uri.getPort(), address(address), 0)) {
      socket
          .getOutputStream()
          .write(
              "GET /api/v1/tokens HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX-Forwarded-User: eve\r\nRemote-Groups: ops\r\nX-Forwarded-For: 127.0.0.1\r\n\r\n"
                  .getBytes(US_ASCII));
      var answer = new String(socket.getInputStream().readAllBytes(), US_ASCII);
      return answer.substring(9, 12);
    }
  }

  private static InetAddress address(String text) {
    return CidrRange.address(text).orElseThrow();
  }
}
