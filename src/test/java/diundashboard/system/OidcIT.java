package diundashboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sign-in with a real OpenID Connect provider. */
class OidcIT {

  private static final String ANONYMOUS =
      """
      {"auth":"oidc","name":null,"role":null}""";

  private static Keycloak keycloak;
  private static AppServer server;

  @BeforeAll
  static void start() {
    keycloak = Keycloak.start();
    server =
        AppServer.start(
            Installation.folder("openid"),
            Map.of(
                "DIUN_AUTH",
                "oidc",
                "DIUN_OIDC_PROVIDER",
                keycloak.realm(),
                "DIUN_OIDC_CLIENT_SECRET",
                "hush-client",
                "DIUN_PROXY_ADDRESSES",
                "127.0.0.1",
                "DIUN_GROUPS",
                "ops=admin,dev=editor,guests=viewer"));
  }

  @AfterAll
  static void end() {
    if (server != null) server.close();
    if (keycloak != null) keycloak.close();
  }

  @ParameterizedTest
  @CsvSource({"vera, viewer", "erin, editor", "anna, admin"})
  void usersHaveTheRoleOfTheirGroups(String name, String role) {
    var client = new SignedInClient();
    var page = signIn(client, "?q=host:nas", name);
    assertThat(page.uri()).isEqualTo(URI.create(server.uri() + "?q=host:nas"));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(client.send("GET", uri("api/v1/session"), null).body())
        .isEqualTo(
            """
            {"auth":"oidc","name":"%s","role":"%s"}"""
                .formatted(name, role));
    var cookie = "diun-session=" + client.cookie(server.uri(), "diun-session");
    RolesIT.assertAllowed(server, role, "Cookie", cookie);
  }

  @Test
  void usersWithoutARoleGet403() {
    var client = new SignedInClient();
    var page = signIn(client, "", "otto");
    assertThat(page.statusCode()).isEqualTo(403);
    assertThat(page.body())
        .isEqualTo("You are signed in, but your groups have no role. Ask an administrator.");
    assertThat(client.send("GET", uri("api/v1/session"), null).body()).isEqualTo(ANONYMOUS);
  }

  /** Prevents session fixation. */
  @Test
  void theSessionBeginsAtTheSignIn() {
    var client = new SignedInClient();
    var form = client.open(server.uri());
    var ofServer = client.cookie(server.uri(), "diun-sign-in");
    assertThat(ofServer).isNotEmpty();
    assertThat(client.cookie(server.uri(), "diun-session")).isEmpty();
    fillIn(client, form, "vera");
    assertThat(client.cookie(server.uri(), "diun-session")).isNotEmpty();
    for (var name : List.of("diun-sign-in", "diun-session")) {
      var cookie = name + "=" + ofServer;
      assertThat(server.send("GET", "api/v1/session", null, "Cookie", cookie).body())
          .isEqualTo(ANONYMOUS);
    }
  }

  @Test
  void signOutIncludesTheProvider() {
    var client = new SignedInClient();
    signIn(client, "", "erin");
    var end = client.send("DELETE", uri("api/v1/session"), null);
    var location = Texts.member(end.body(), "location");
    assertThat(location).startsWith(keycloak.realm() + "/protocol/openid-connect/logout?");
    assertThat(client.send("GET", uri("api/v1/session"), null).body()).isEqualTo(ANONYMOUS);
    assertThat(client.open(URI.create(location)).statusCode()).isEqualTo(200);
    assertThat(client.open(server.uri()).body()).contains("name=\"password\"");
  }

  @Test
  void theRedirectUriIsThatOfTheReverseProxy() {
    var answer =
        server.send(
            "GET",
            "?q=x",
            null,
            "X-Forwarded-Host",
            "lab.example",
            "X-Forwarded-Proto",
            "https",
            "X-Forwarded-Prefix",
            "/diun");
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location").orElseThrow())
        .startsWith(keycloak.realm())
        .contains("redirect_uri=https%3A%2F%2Flab.example%2Fdiun%2Fcallback");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"callback", "callback?code=x&state=y", "callback?error=access_denied&state=y"})
  void forgedCallbacksDoNotSignIn(String path) {
    var client = new SignedInClient();
    var answer = client.open(uri(path));
    assertThat(answer.statusCode()).isBetween(400, 499);
    assertThat(answer.body()).doesNotContain("Exception", "at diundashboard.");
    assertThat(client.send("GET", uri("api/v1/session"), null).body()).isEqualTo(ANONYMOUS);
  }

  /** The list of images has a parameter {@code state}, and so has the protocol. */
  @Test
  void applicationParametersAreNotTakenForProtocolParameters() {
    var client = new SignedInClient();
    assertThat(signIn(client, "?state=all", "vera").uri())
        .isEqualTo(URI.create(server.uri() + "?state=all"));
    assertThat(client.send("GET", uri("api/v1/images?state=all&code=x"), null).statusCode())
        .isEqualTo(200);
    assertThat(new SignedInClient().send("GET", uri("api/v1/images?state=all"), null).statusCode())
        .isEqualTo(401);
  }

  @Test
  void secretsAreNotLogged() {
    signIn(new SignedInClient(), "", "anna");
    assertThat(server.log())
        .contains("Sign-in of anna from 127.0.0.1 succeeded")
        .doesNotContain("hush-client", "of-anna");
  }

  private static HttpResponse<String> signIn(SignedInClient client, String query, String name) {
    return fillIn(client, client.open(uri(query)), name);
  }

  private static HttpResponse<String> fillIn(
      SignedInClient client, HttpResponse<String> form, String name) {
    return client.fillIn(form, Map.of("username", name, "password", "of-" + name));
  }

  private static URI uri(String path) {
    return URI.create(server.uri() + path);
  }
}
