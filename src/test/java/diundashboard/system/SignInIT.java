package diundashboard.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import diundashboard.Payloads;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Sign-in with a password, sessions, rate limits and webhook secrets. */
@ServerDependent
class SignInIT {

  private static final String UNKNOWN =
      """
      {"auth":"basic","name":null,"role":null}""";
  private static final String ERIN =
      """
      {"auth":"basic","name":"erin","role":"editor"}""";

  @Test
  void noSessionIsNeededWhileAuthenticationIsOff() {
    assertThat(Installation.SQLITE.server().get("api/v1/session").body())
        .isEqualTo(
            """
            {"auth":"none","name":null,"role":"admin"}""");
    assertThat(Installation.SQLITE.server().get("").statusCode()).isEqualTo(200);
  }

  @Test
  void sessionLastsUntilSignOut() {
    assertThat(session("").body()).isEqualTo(UNKNOWN);
    var answer = SecuredServer.signIn("erin", SecuredServer.PASSWORD);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(ERIN);
    var cookie = SecuredServer.cookieOf(answer);
    assertThat(session(cookie).body()).isEqualTo(ERIN);
    var end = SecuredServer.get().send("DELETE", "api/v1/session", null, "Cookie", cookie);
    assertThat(end.body()).isEqualTo("{\"location\":\"sign-in.html\"}");
    assertThat(end.headers().firstValue("Clear-Site-Data")).hasValue("\"cache\"");
    assertThat(session(cookie).body()).isEqualTo(UNKNOWN);
    assertThat(SecuredServer.get().send("GET", "api/updates", null, "Cookie", cookie).statusCode())
        .isEqualTo(401);
  }

  @Test
  void sessionCookieIsHttpOnlyAndSameSite() {
    var cookie =
        SecuredServer.signIn("vera", SecuredServer.PASSWORD)
            .headers()
            .firstValue("Set-Cookie")
            .orElseThrow();
    assertThat(
            cookie
                .replaceAll("=[^;]{20,}", "=ID")
                .replace("path", "Path")
                .replace("lax", "Lax")
                .split(";\\s*", -1))
        .containsExactlyInAnyOrder("diun-session=ID", "Path=/", "HttpOnly", "SameSite=Lax");
  }

  /** Prevents session fixation. */
  @Test
  void sessionFromBeforeSignInIsInvalid() {
    var before = SecuredServer.cookieOf(SecuredServer.signIn("vera", SecuredServer.PASSWORD));
    var after =
        SecuredServer.cookieOf(
            SecuredServer.signIn("erin", SecuredServer.PASSWORD, "Cookie", before));
    assertThat(after).isNotEqualTo(before);
    assertThat(session(before).body()).isEqualTo(UNKNOWN);
    var made = "diun-session=0123456789abcdef0123456789abcdef";
    assertThat(
            SecuredServer.cookieOf(
                SecuredServer.signIn("erin", SecuredServer.PASSWORD, "Cookie", made)))
        .isNotEqualTo(made);
    assertThat(session(made).body()).isEqualTo(UNKNOWN);
  }

  @Test
  void eventStreamsEndAtSignOut() {
    var cookie = SecuredServer.cookieOf(SecuredServer.signIn("erin", SecuredServer.PASSWORD));
    try (var stream = EventStream.open(SecuredServer.get(), "", "Cookie", cookie)) {
      stream.awaitEvents(1);
      SecuredServer.get().send("DELETE", "api/v1/session", null, "Cookie", cookie);
      var start = Instant.now();
      stream.awaitEnd();
      assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(10));
    }
  }

  @Test
  void wrongNameAndWrongPasswordGetTheSameResponse() {
    var wrong =
        "{\"title\":\"Unauthorized\",\"status\":401,\"detail\":\"Incorrect name or password.\",\"code\":\"wrong-credentials\"}";
    assertThat(from("203.0.113.1", "vera", "wrong").body()).isEqualTo(wrong);
    assertThat(from("203.0.113.1", "nobody", SecuredServer.PASSWORD).body()).isEqualTo(wrong);
    assertThat(from("203.0.113.1", "vera", "").headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(SecuredServer.get().send("POST", "api/v1/session", "{\"name\":1}").statusCode())
        .isEqualTo(400);
  }

  @Test
  void addressIsRateLimitedAfterRepeatedFailures() {
    var failures = 0;
    while (from("203.0.113.2", "vera", "guess " + failures).statusCode() == 401) failures++;
    // More than five if checking a password takes longer than the first waits.
    assertThat(failures).isBetween(5, 10);
    var refused = refusedWithTheRightPassword("203.0.113.2");
    assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow()).isBetween(1L, 60L);
    assertThat(from("203.0.113.3", "vera", SecuredServer.PASSWORD).statusCode()).isEqualTo(200);
  }

  /** The first wait takes a second, which may pass on a busy machine: then the guesses go on. */
  private static HttpResponse<String> refusedWithTheRightPassword(String address) {
    return await()
        .until(
            () -> {
              int status;
              do status = from(address, "vera", "another guess").statusCode();
              while (status == 401);
              return from(address, "vera", SecuredServer.PASSWORD);
            },
            answer -> answer.statusCode() == 429);
  }

  /**
   * The limit grows while the burst lasts: by one attempt after 1, 3, 7 and 15 seconds. On a busy
   * machine, attempts that wait for 5 seconds get 503 and are not tried.
   */
  @Test
  void concurrentAttemptsCannotExceedTheLimit() throws Exception {
    var start = Instant.now();
    var threads = Executors.newFixedThreadPool(80);
    var guesses =
        IntStream.range(0, 80)
            .<Callable<Integer>>mapToObj(
                i -> () -> from("203.0.113.11", "vera", "guess " + i).statusCode())
            .toList();
    var statuses = new ArrayList<Integer>();
    for (var each : threads.invokeAll(guesses)) statuses.add(each.get());
    threads.shutdown();
    var seconds = Duration.between(start, Instant.now()).toSeconds();
    var allowed = 5 + (int) (Math.log(seconds + 1.0) / Math.log(2));
    assertThat(statuses).filteredOn(status -> status == 401).hasSizeBetween(5, allowed);
    assertThat(statuses).isSubsetOf(401, 429, 503);
  }

  @Test
  void pageRedirectsToSignIn() {
    var answer = SecuredServer.get().get("?q=host:nas");
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location")).hasValue("sign-in.html?q=host:nas");
    assertThat(SecuredServer.get().get("index.html").statusCode()).isEqualTo(302);
    assertThat(SecuredServer.get().get("sign-in.html").statusCode()).isEqualTo(200);
    assertThat(SecuredServer.as("viewer", "GET", "", null).statusCode()).isEqualTo(200);
  }

  @Test
  void tokensOfOtherApplicationsAreIgnored() {
    var foreign = "Bearer eyJhbGciOiJSUzI1NiJ9.e30.x";
    var server = SecuredServer.get();
    assertThat(
            SecuredServer.as("editor", "GET", "api/v1/session", null, "Authorization", foreign)
                .body())
        .isEqualTo(ERIN);
    assertThat(SecuredServer.as("editor", "GET", "", null, "Authorization", foreign).statusCode())
        .isEqualTo(200);
    assertThat(server.send("GET", "api/v1/session", null, "Authorization", foreign).body())
        .isEqualTo(UNKNOWN);
    assertThat(server.send("GET", "api/updates", null, "Authorization", foreign).statusCode())
        .isEqualTo(401);
    assertThat(
            Installation.SQLITE
                .server()
                .send("GET", "api/updates", null, "Authorization", foreign)
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void proxyHeadersAreIgnored() {
    assertThat(
            SecuredServer.get()
                .send(
                    "GET", "api/v1/session", null, "Remote-User", "anna", "Remote-Groups", "admin")
                .body())
        .isEqualTo(UNKNOWN);
  }

  @Test
  void activityNamesTheUser() {
    var server = SecuredServer.get();
    webhook("nginx:who", "hush-all");
    SecuredServer.as("editor", "PATCH", "api/updates/nginx:who", null);
    var path = "api/v1/reopenings";
    var images = "{\"images\":[\"nginx:who\"]}";
    server.send("POST", path, images, "Authorization", SecuredServer.token("editor"));
    var activity =
        Texts.object(
            SecuredServer.as("viewer", "GET", "api/v1/activity?image=nginx:who", null).body());
    var actors = new TreeMap<String, String>();
    for (var each : activity.getJsonArray("items")) {
      actors.put(each.asJsonObject().getString("kind"), each.asJsonObject().getString("actor"));
    }
    assertThat(actors)
        .isEqualTo(
            Map.of("notified", "nas", "acknowledged", "erin", "reopened", "token:of a editor"));
  }

  @Test
  void hostSecretIsValidForItsHostOnly() {
    assertThat(webhook("nginx:a", "hush-nas").statusCode()).isEqualTo(200);
    assertThat(webhook("nginx:a", "Bearer hush-nas").statusCode()).isEqualTo(200);
    var other = Payloads.of("nginx:a").replace("\"nas\"", "\"vps\"");
    var refused = SecuredServer.get().send("POST", "webhook", other, "Authorization", "hush-nas");
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body())
        .isEqualTo(
            "This secret is valid for a different host. Set this host's own secret in notif.webhook.headers.Authorization in diun.yml.");
    assertThat(
            SecuredServer.get()
                .send("POST", "webhook", other, "Authorization", "hush-all")
                .statusCode())
        .isEqualTo(200);
  }

  /** A misconfigured Diun must not block a correct one behind the same address. */
  @Test
  void webhookIsRateLimitedExceptForKnownAddresses() {
    for (int i = 0; i < 5; i++) {
      assertThat(webhookFrom("203.0.113.4", "guess " + i).statusCode()).isEqualTo(401);
    }
    assertThat(webhookFrom("203.0.113.4", "hush-all").statusCode()).isEqualTo(429);
    assertThat(webhookFrom("203.0.113.5", "hush-all").statusCode()).isEqualTo(200);
    for (int i = 0; i < 9; i++) webhookFrom("203.0.113.5", "wrong " + i);
    assertThat(webhookFrom("203.0.113.5", "hush-all").statusCode()).isEqualTo(200);
    for (int i = 0; i < 9; i++) webhookFrom("203.0.113.6", "always the same");
    assertThat(webhookFrom("203.0.113.6", "hush-all").statusCode()).isEqualTo(200);
  }

  @Test
  void secretsAreNotLogged() {
    from("203.0.113.6", "vera\nline of mine", "wrong password");
    SecuredServer.token("admin");
    SecuredServer.as("viewer", "PATCH", "api/updates/nginx:who", null);
    var log = SecuredServer.get().log();
    assertThat(log)
        .contains(
            "Sign-in of anna from 127.0.0.1 succeeded",
            "Sign-in of an unknown user from 203.0.113.6 failed",
            "Access denied: vera requires the role editor")
        .doesNotContain(
            "hush", SecuredServer.PASSWORD, "wrong password", "PBKDF2With", "line of mine")
        .doesNotContainPattern("diun_[A-Za-z0-9_-]{43}");
  }

  private static HttpResponse<String> session(String cookie) {
    return SecuredServer.get().send("GET", "api/v1/session", null, "Cookie", cookie);
  }

  private static HttpResponse<String> from(String address, String name, String password) {
    return SecuredServer.signIn(name, password, "X-Forwarded-For", address);
  }

  private static HttpResponse<String> webhook(String image, String authorization) {
    return SecuredServer.get()
        .send("POST", "webhook", Payloads.of(image), "Authorization", authorization);
  }

  @Test
  void pingsNeedNoRoleAndAddressesThatGuessTheirSecretMustWait() {
    var heartbeat = SecuredServer.as("admin", "POST", "api/v1/heartbeats", "{\"host\":\"nas\"}");
    var uuid = Texts.member(heartbeat.body(), "uuid");
    assertThat(pingFrom("203.0.113.8", uuid).body()).isEqualTo("OK");
    for (int i = 0; i < 5; i++) {
      assertThat(pingFrom("203.0.113.9", "guess-" + i).statusCode()).isEqualTo(404);
    }
    var refused = pingFrom("203.0.113.9", uuid);
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.body()).startsWith("Too many failed attempts from this address.");
    assertThat(refused.headers().firstValue("Retry-After")).isPresent();
    assertThat(pingFrom("203.0.113.8", "guess").statusCode()).isEqualTo(404);
    assertThat(pingFrom("203.0.113.8", uuid).statusCode()).isEqualTo(200);
    assertThat(pingFrom("203.0.113.8", uuid + "/log").statusCode()).isEqualTo(404);
    assertThat(SecuredServer.get().log()).doesNotContain(uuid);
    var path = "api/v1/heartbeats/" + Texts.object(heartbeat.body()).getInt("id");
    assertThat(SecuredServer.as("admin", "DELETE", path, null).statusCode()).isEqualTo(204);
  }

  private static HttpResponse<String> pingFrom(String address, String uuid) {
    return SecuredServer.get().send("POST", "ping/" + uuid, "", "X-Forwarded-For", address);
  }

  private static HttpResponse<String> webhookFrom(String address, String authorization) {
    return SecuredServer.get()
        .send(
            "POST",
            "webhook",
            Payloads.of("nginx:b"),
            "Authorization",
            authorization,
            "X-Forwarded-For",
            address);
  }
}
