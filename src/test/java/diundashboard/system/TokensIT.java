package diundashboard.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** API tokens: creation, use, expiry and revocation. */
@ServerDependent
class TokensIT {

  @Test
  void tokenSecretIsShownOnceAndValidUntilRevoked() {
    var answer =
        create(
            """
            {"name":"deploy","role":"editor","note":"of the pipeline"}""");
    assertThat(answer.statusCode()).isEqualTo(201);
    var created = Texts.object(answer.body());
    var secret = created.getString("secret");
    assertThat(secret).matches("diun_[A-Za-z0-9_-]{43}");
    var token = created.getJsonObject("token");
    assertThat(
            token.toString().replaceAll("20[^\"]+Z", "TIME").replaceAll("\"id\":\\d+", "\"id\":ID"))
        .isEqualTo(
            """
            {"id":ID,"name":"deploy","role":"editor","note":"of the pipeline","created_at":"TIME","created_by":"anna","expires_at":null,"last_used_at":null}""");
    assertThat(listed()).contains("\"name\":\"deploy\"").doesNotContain(secret, "hash");

    assertThat(session(secret).body())
        .isEqualTo(
            """
            {"auth":"basic","name":"token:deploy","role":"editor"}""");
    assertThat(listed().replaceAll("20[^\"]+Z", "TIME"))
        .contains("\"created_by\":\"anna\",\"expires_at\":null,\"last_used_at\":\"TIME\"");

    assertThat(
            create(
                    """
                    {"name":"deploy","role":"viewer"}""")
                .statusCode())
        .isEqualTo(409);
    var path = "api/v1/tokens/" + token.getInt("id");
    assertThat(SecuredServer.as("admin", "DELETE", path, null).statusCode()).isEqualTo(204);
    assertThat(SecuredServer.as("admin", "DELETE", path, null).statusCode()).isEqualTo(404);
    assertThat(session(secret).body())
        .isEqualTo(
            """
            {"auth":"basic","name":null,"role":null}""");
    assertThat(
            SecuredServer.get()
                .send("GET", "api/updates", null, "Authorization", "Bearer " + secret)
                .statusCode())
        .isEqualTo(401);
    assertThat(
            SecuredServer.as(
                    "viewer", "GET", "api/v1/activity?kind=token_created,token_revoked", null)
                .body()
                .replaceAll("\"id\":\\d+,\"at\":\"[^\"]+\"", "\"id\":ID"))
        .contains(
            """
            {"id":ID,"kind":"token_revoked","image":null,"host":null,"workload":null,"digest":null,"actor":"anna","note":"deploy","change_id":null}""");
  }

  @Test
  void eventStreamsEndWithTheirToken() {
    SecuredServer.session("admin"); // may take seconds
    var until = Instant.now().plusSeconds(4);
    var expiring =
        Texts.object(
            create("{\"name\":\"soon\",\"role\":\"viewer\",\"expires_at\":\"" + until + "\"}")
                .body());
    var revoked = Texts.object(create("{\"name\":\"gone\",\"role\":\"viewer\"}").body());
    var kept = Texts.object(create("{\"name\":\"kept\",\"role\":\"viewer\"}").body());
    try (var first = streamOf(expiring);
        var second = streamOf(revoked);
        var third = streamOf(kept)) {
      revoke(revoked);
      var start = Instant.now();
      first.awaitEnd();
      second.awaitEnd();
      assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(10));
      assertThat(third.hasEnded()).isFalse();
    }
    revoke(expiring);
    revoke(kept);
  }

  private static EventStream streamOf(JsonObject created) {
    var stream =
        EventStream.open(
            SecuredServer.get(), "", "Authorization", "Bearer " + created.getString("secret"));
    stream.awaitEvents(1);
    return stream;
  }

  private static void revoke(JsonObject created) {
    var path = "api/v1/tokens/" + created.getJsonObject("token").getInt("id");
    assertThat(SecuredServer.as("admin", "DELETE", path, null).statusCode()).isEqualTo(204);
  }

  /** Feed readers send it after they were asked, or with the first request. */
  @Test
  void theFeedTakesATokenAsThePasswordOfBasicAuthentication() {
    var feed = "api/v1/feed.atom";
    var challenge = SecuredServer.get().get(feed);
    assertThat(challenge.statusCode()).isEqualTo(401);
    assertThat(challenge.headers().allValues("WWW-Authenticate"))
        .containsExactly("Bearer", "Basic realm=\"DiunDashboard\"");
    var token = SecuredServer.token("viewer").replace("Bearer ", "");
    assertThat(send("GET", feed, null, basic(token)).body()).startsWith("<?xml");
    assertThat(send("GET", feed, null, basic("diun_x")).statusCode()).isEqualTo(401);
    assertThat(send("GET", feed, null, basic(SecuredServer.PASSWORD)).statusCode()).isEqualTo(401);
    var other = send("GET", "api/v1/hosts", null, basic(token));
    assertThat(other.statusCode()).isEqualTo(401);
    assertThat(other.headers().allValues("WWW-Authenticate")).containsExactly("Bearer");
  }

  private static String basic(String password) {
    return "Basic " + Base64.getEncoder().encodeToString(("anna:" + password).getBytes(UTF_8));
  }

  @Test
  void tokenIsValidUntilItExpires() {
    var until = Instant.now().plusSeconds(3);
    var secret =
        Texts.member(
            create("{\"name\":\"short\",\"role\":\"viewer\",\"expires_at\":\"" + until + "\"}")
                .body(),
            "secret");
    assertThat(session(secret).body()).contains("token:short");
    await().until(() -> session(secret).body().contains("\"name\":null"));
    assertThat(Instant.now()).isAfterOrEqualTo(until);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | name",
        "{\"name\":\" \",\"role\":\"admin\"} | name",
        "{\"name\":\"x\"} | role",
        "{\"name\":\"x\",\"role\":\"Admin\"} | role",
        "{\"name\":\"x\",\"role\":\"admin\",\"expires_at\":\"2020-01-01T00:00:00Z\"} | expires_at",
        "{\"name\":\"x\",\"role\":\"admin\",\"expires_at\":\"soon\"} | expires_at",
        "{\"name\":\"x\",\"role\":\"admin\",\"note\":1} | note"
      })
  void invalidRequestsNameTheField(String body, String field) {
    var answer = create(body);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Texts.member(answer.body(), "field")).isEqualTo(field);
  }

  @Test
  void tokensAreNotCreatedWhileAuthenticationIsOff() {
    var answer =
        Installation.SQLITE
            .server()
            .send(
                "POST",
                "api/v1/tokens",
                """
                {"name":"planted","role":"admin"}""");
    assertThat(answer.body())
        .isEqualTo(
            "{\"title\":\"Conflict\",\"status\":409,\"detail\":\"API tokens require authentication. Set DIUN_AUTH first.\",\"code\":\"tokens-need-sign-in\"}");
    assertThat(Installation.SQLITE.server().get("api/v1/tokens").body()).isEqualTo("[]");
  }

  @Test
  void everyIntegrationReadsWithATokenOfAViewer() throws IOException {
    notifyOfAnUpdate();
    for (var section : IntegrationSection.all()) {
      assertThat(section.paths()).as(section.text()).isNotEmpty();
      var members = new HashSet<>(section.members());
      for (var path : section.paths()) {
        var answer = send("GET", path, null, SecuredServer.token("viewer"));
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        if (!answer.body().startsWith("{")) continue;
        var json = new ObjectMapper().readTree(answer.body());
        members.removeIf(member -> !json.at(member).isMissingNode());
      }
      assertThat(members).as(section.text()).isEmpty();
    }
  }

  @Test
  void everyIntegrationMarksAsDoneWithATokenOfAnEditor(@TempDir Path folder) throws Exception {
    for (var section : IntegrationSection.all()) {
      for (var command : section.commands()) {
        notifyOfAnUpdate();
        var output = run(localized(command), folder);
        if (command.contains("acknowledgements")) assertThat(output).contains("\"count\":1,");
      }
      for (var request : section.requests()) {
        notifyOfAnUpdate();
        var path = request.get("url").textValue().replace(IntegrationSection.SERVER, "");
        var body = localized(request.get("body").toString());
        var answer =
            send(request.get("method").textValue(), path, body, SecuredServer.token("editor"));
        assertThat(answer.statusCode()).isEqualTo(request.get("status_code").intValue());
        assertThat(answer.body()).contains("\"count\":1,");
      }
    }
    assertThat(folder.resolve("badge.json")).content().startsWith("{\"schemaVersion\":1,");
  }

  private static void notifyOfAnUpdate() {
    var update =
        """
        {"hostname":"integrated","provider":"docker","image":"integrated","digest":"sha256:1","metadata":{"ctn_names":"web"}}""";
    assertThat(send("POST", "webhook", update, "Bearer hush-all").statusCode()).isEqualTo(200);
  }

  private static String localized(String text) {
    return text.replace(IntegrationSection.SERVER, SecuredServer.get().uri().toString())
        .replace("\"nas\"", "\"integrated\"");
  }

  private static String run(String command, Path folder) throws Exception {
    var builder = new ProcessBuilder("bash", "-euc", command).directory(folder.toFile());
    var token = SecuredServer.token("editor").replace("Bearer ", "");
    builder.environment().put("DIUN_TOKEN", token);
    var process = builder.redirectErrorStream(true).start();
    var output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }

  private static HttpResponse<String> send(
      String method, String path, String body, String authorization) {
    return SecuredServer.get().send(method, path, body, "Authorization", authorization);
  }

  private static HttpResponse<String> create(String body) {
    return SecuredServer.as("admin", "POST", "api/v1/tokens", body);
  }

  private static String listed() {
    return SecuredServer.as("admin", "GET", "api/v1/tokens", null).body();
  }

  private static HttpResponse<String> session(String secret) {
    return send("GET", "api/v1/session", null, "Bearer " + secret);
  }
}
