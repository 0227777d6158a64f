package diundashboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.Payloads;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** CSRF, CORS, security headers and stream limits. */
@ServerDependent
class CrossSiteIT {

  @ParameterizedTest
  @CsvSource({
    "Origin, https://evil.example, 403",
    "Origin, null, 403",
    "Origin, OWN, 200",
    "Sec-Fetch-Site, cross-site, 403",
    "Sec-Fetch-Site, same-site, 403",
    "Sec-Fetch-Site, same-origin, 200",
    "Sec-Fetch-Site, none, 200"
  })
  void crossSiteRequestsChangeNothing(String header, String value, int status) {
    for (var server : new AppServer[] {Installation.SQLITE.server(), SecuredServer.get()}) {
      var own = server.uri().toString().replaceFirst("/$", "");
      var answer =
          server.send(
              "POST",
              "api/updates/acknowledge-all",
              null,
              header,
              value.replace("OWN", own),
              "Cookie",
              SecuredServer.session("editor"));
      assertThat(answer.statusCode()).isEqualTo(status);
    }
  }

  @Test
  void webhookAcceptsCrossSiteRequestsWithASecret() {
    var answer =
        SecuredServer.get()
            .send(
                "POST",
                "webhook",
                Payloads.of("nginx:c"),
                "Authorization",
                "hush-all",
                "Origin",
                "https://evil.example",
                "Sec-Fetch-Site",
                "cross-site");
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "Origin, https://evil.example, 403",
    "Origin, null, 403",
    "Origin, OWN, 200",
    "Sec-Fetch-Site, cross-site, 403",
    "Sec-Fetch-Site, same-site, 403",
    "Sec-Fetch-Site, same-origin, 200",
    "Sec-Fetch-Site, none, 200"
  })
  void webhookWithoutASecretRejectsCrossSiteRequests(String header, String value, int status) {
    var server = Installation.SQLITE.empty();
    var own = server.uri().toString().replaceFirst("/$", "");
    for (var method : List.of("POST", "PUT", "GET")) {
      var answer =
          server.send(method, "webhook", Payloads.of("nginx:c"), header, value.replace("OWN", own));
      assertThat(answer.statusCode()).isEqualTo(status);
      if (status == 200) continue;
      assertThat(header(answer, "Content-Type")).startsWith("text/plain");
      assertThat(answer.body())
          .isEqualTo(
              "Cross-site request blocked. Pages of other sites cannot send notifications without a webhook secret.");
    }
    assertThat(server.images()).hasSize(status == 200 ? 1 : 0);
  }

  @Test
  void crossSiteLinksToTheWebhookGetTheHelp() {
    var answer =
        Installation.SQLITE.server().send("GET", "webhook", null, "Sec-Fetch-Site", "cross-site");
    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.body()).startsWith("This is the webhook endpoint.");
  }

  @Test
  void onlyConfiguredOriginsAreAllowedToRead() {
    var named = read(SecuredServer.get(), SecuredServer.START_PAGE);
    assertThat(header(named, "Access-Control-Allow-Origin")).isEqualTo(SecuredServer.START_PAGE);
    assertThat(header(named, "Access-Control-Allow-Credentials")).isEmpty();
    assertThat(named.headers().allValues("Vary")).contains("Origin");
    assertThat(
            header(
                read(SecuredServer.get(), "https://evil.example"), "Access-Control-Allow-Origin"))
        .isEmpty();
    assertThat(
            header(
                read(Installation.SQLITE.server(), SecuredServer.START_PAGE),
                "Access-Control-Allow-Origin"))
        .isEmpty();
  }

  @Test
  void preflightAllowsTheAuthorizationHeader() {
    var answer =
        SecuredServer.get()
            .send(
                "OPTIONS",
                "api/v1/images",
                null,
                "Origin",
                SecuredServer.START_PAGE,
                "Access-Control-Request-Method",
                "GET",
                "Access-Control-Request-Headers",
                "authorization");
    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(header(answer, "Access-Control-Allow-Methods")).isEqualTo("GET, HEAD");
    assertThat(header(answer, "Access-Control-Allow-Headers")).contains("Authorization");
  }

  @ParameterizedTest
  @CsvSource({"''", "sign-in.html", "api/updates", "api/v1/nothing", "api/v1/session", "nothing"})
  void everyResponseHasSecurityHeaders(String path) {
    var answer = SecuredServer.get().get(path);
    assertThat(answer.body())
        .doesNotContain("Payara", "GlassFish", "WildFly", "Undertow", "at diundashboard.");
    var headers = answer.headers();
    assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'", "frame-ancestors 'none'", "form-action 'self'");
    assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
    assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).hasValue("same-origin");
    assertThat(headers.firstValue("Cross-Origin-Resource-Policy")).hasValue("same-origin");
    assertThat(headers.firstValue("Strict-Transport-Security")).isEmpty();
    assertThat(headers.firstValue("X-Powered-By")).isEmpty();
    assertThat(headers.firstValue("Server")).isEmpty();
  }

  @Test
  void apiResponsesArePrivate() {
    assertThat(read(SecuredServer.get(), "https://x.example").headers().firstValue("Cache-Control"))
        .hasValue("private, no-cache");
  }

  @Test
  void traceIsNotAllowed() {
    assertThat(SecuredServer.get().send("TRACE", "sign-in.html", null).statusCode()).isEqualTo(405);
  }

  @Test
  void responsesOverTlsHaveStrictTransportSecurity() {
    assertThat(
            SecuredServer.get()
                .send("GET", "api/v1/health/live", null, "X-Forwarded-Proto", "https")
                .headers()
                .firstValue("Strict-Transport-Security"))
        .hasValue("max-age=31536000");
  }

  @Test
  void eventStreamsPerAddressAreLimited() {
    var headers =
        new String[] {
          "Authorization", SecuredServer.token("viewer"), "X-Forwarded-For", "203.0.113.7"
        };
    try (var first = EventStream.open(SecuredServer.get(), "", headers);
        var second = EventStream.open(SecuredServer.get(), "", headers);
        var third = EventStream.open(SecuredServer.get(), "", headers)) {
      third.awaitEvents(1);
      assertThat(SecuredServer.get().send("GET", "api/v1/events", null, headers).statusCode())
          .isEqualTo(429);
      assertThat(first.events()).isNotNull();
      assertThat(second.events()).isNotNull();
    }
  }

  @Test
  void concurrentEventStreamsPerAddressAreLimited() {
    var headers =
        new String[] {
          "Authorization", SecuredServer.token("viewer"), "X-Forwarded-For", "203.0.113.8"
        };
    var streams =
        Stream.generate(() -> EventStream.start(SecuredServer.get(), "", headers))
            .limit(20)
            .toList();
    try {
      assertThat(streams.stream().map(stream -> stream.answer().statusCode()).sorted().toList())
          .isEqualTo(
              Stream.concat(
                      Collections.nCopies(3, 200).stream(), Collections.nCopies(17, 429).stream())
                  .toList());
    } finally {
      streams.forEach(EventStream::close);
    }
  }

  private static HttpResponse<String> read(AppServer server, String origin) {
    return server.send(
        "GET", "api/v1/tags", null, "Origin", origin, "Cookie", SecuredServer.session("viewer"));
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
