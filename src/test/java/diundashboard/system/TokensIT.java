package diundashboard.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
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

  private static HttpResponse<String> create(String body) {
    return SecuredServer.as("admin", "POST", "api/v1/tokens", body);
  }

  private static String listed() {
    return SecuredServer.as("admin", "GET", "api/v1/tokens", null).body();
  }

  private static HttpResponse<String> session(String secret) {
    return SecuredServer.get()
        .send("GET", "api/v1/session", null, "Authorization", "Bearer " + secret);
  }
}
