package diundashboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in at a real OpenID Connect provider. */
class OidcIT {

  private static final String UNKNOWN = "{\"auth\":\"oidc\",\"name\":null,\"role\":null}";

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
  void whoSignsInAtTheProviderMayDoWhatTheirGroupsAllow(String name, String role) {
    var visitor = new SignedInClient();
    var page = signIn(visitor, "?q=host:nas", name);
    assertThat(page.uri()).isEqualTo(URI.create(server.uri() + "?q=host:nas"));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(visitor.send("GET", uri("api/v1/session"), null).body())
        .isEqualTo("{\"auth\":\"oidc\",\"name\":\"%s\",\"role\":\"%s\"}".formatted(name, role));
    var cookie = "diun-session=" + visitor.cookie(server.uri(), "diun-session");
    RolesIT.assertMayDo(server, role, "Cookie", cookie);
  }

  @Test
  void whoHasNoRoleIsToldSo() {
    var visitor = new SignedInClient();
    var page = signIn(visitor, "", "otto");
    assertThat(page.statusCode()).isEqualTo(403);
    assertThat(page.body())
        .isEqualTo("You are known, but have no role here; ask an admin for a group that has one.");
    assertThat(visitor.send("GET", uri("api/v1/session"), null).body()).isEqualTo(UNKNOWN);
  }

  /**
   * The session in which somebody was sent to the provider is not the one that they come back to.
   */
  @Test
  void theSessionIsAnotherAfterSigningIn() {
    var visitor = new SignedInClient();
    var form = visitor.open(server.uri());
    var before = visitor.cookie(server.uri(), "diun-session");
    fillIn(visitor, form, "vera");
    var after = visitor.cookie(server.uri(), "diun-session");
    assertThat(before).isNotEmpty();
    assertThat(after).isNotEmpty().isNotEqualTo(before);
    assertThat(
            server.send("GET", "api/v1/session", null, "Cookie", "diun-session=" + before).body())
        .isEqualTo(UNKNOWN);
  }

  @Test
  void whoSignsOutIsSignedOutAtTheProviderToo() {
    var visitor = new SignedInClient();
    signIn(visitor, "", "erin");
    var end = visitor.send("DELETE", uri("api/v1/session"), null);
    var location = Texts.member(end.body(), "location");
    assertThat(location).startsWith(keycloak.realm() + "/protocol/openid-connect/logout?");
    assertThat(visitor.send("GET", uri("api/v1/session"), null).body()).isEqualTo(UNKNOWN);
    assertThat(visitor.open(URI.create(location)).statusCode()).isEqualTo(200);
    assertThat(visitor.open(server.uri()).body()).contains("name=\"password\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"callback", "callback?code=x&state=y", "callback?error=access_denied&state=y"})
  void whoComesFromElsewhereIsNotSignedIn(String path) {
    var visitor = new SignedInClient();
    var answer = visitor.open(uri(path));
    assertThat(answer.statusCode()).isBetween(400, 499);
    assertThat(answer.body()).doesNotContain("Exception", "at diundashboard.");
    assertThat(visitor.send("GET", uri("api/v1/session"), null).body()).isEqualTo(UNKNOWN);
  }

  /** A list of images may be asked for by a state, which the protocol has, too. */
  @Test
  void parametersOfOursAreNotTakenForTheProtocols() {
    var visitor = new SignedInClient();
    assertThat(signIn(visitor, "?state=all", "vera").uri())
        .isEqualTo(URI.create(server.uri() + "?state=all"));
    assertThat(visitor.send("GET", uri("api/v1/images?state=all&code=x"), null).statusCode())
        .isEqualTo(200);
    assertThat(new SignedInClient().send("GET", uri("api/v1/images?state=all"), null).statusCode())
        .isEqualTo(401);
  }

  @Test
  void nothingSecretIsLogged() {
    signIn(new SignedInClient(), "", "anna");
    assertThat(server.log())
        .contains("Sign-in of anna from 127.0.0.1 succeeded")
        .doesNotContain("hush-client", "of-anna");
  }

  private static HttpResponse<String> signIn(SignedInClient visitor, String query, String name) {
    return fillIn(visitor, visitor.open(uri(query)), name);
  }

  private static HttpResponse<String> fillIn(
      SignedInClient visitor, HttpResponse<String> form, String name) {
    return visitor.fillIn(form, Map.of("username", name, "password", "of-" + name));
  }

  private static URI uri(String path) {
    return URI.create(server.uri() + path);
  }
}
