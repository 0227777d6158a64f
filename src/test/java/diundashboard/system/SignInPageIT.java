package diundashboard.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitUntilState;
import com.sun.net.httpserver.HttpServer;
import diundashboard.Payloads;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sign-in page, and cross-site requests, in a real browser. */
class SignInPageIT extends SecuredPageTest {

  @Test
  void signInReturnsToTheRequestedPage() {
    page.navigate(SecuredServer.get().uri() + "?q=host:nas#top");
    assertThat(page.url()).endsWith("/sign-in.html?q=host:nas#top");
    assertThat(page.getByLabel("Name")).isFocused();
    page.getByLabel("Name").fill("vera");
    page.getByLabel("Password").fill("wrong");
    submit();
    page.getByText("Incorrect name or password.").waitFor();
    assertThat(page.getByLabel("Password")).isFocused();
    page.getByLabel("Password").fill(SecuredServer.PASSWORD);
    submit();
    page.waitForURL(SecuredServer.get().uri() + "?q=host:nas#top");
    assertThat(page.evaluate("fetch('api/v1/session').then(answer => answer.text())"))
        .isEqualTo(
            """
            {"auth":"basic","name":"vera","role":"viewer"}""");
    assertThat(page.evaluate("document.cookie")).isEqualTo("");
  }

  @Test
  void failuresAreExplainedInGerman() {
    var german =
        new Browser.NewContextOptions()
            .setLocale("de-DE")
            .setExtraHTTPHeaders(Map.of("X-Forwarded-For", "203.0.113.9"));
    newWindow(german);
    page.navigate(SecuredServer.get().uri() + "sign-in.html");
    page.getByLabel("Name").fill("vera");
    page.getByLabel("Passwort").fill("wrong");
    submit();
    page.getByText("Name oder Passwort ist falsch.").waitFor();
    page.waitForCondition(
        () -> {
          page.getByLabel("Passwort").fill("wrong");
          submit();
          return page.getByText(Pattern.compile("^Zu viele Versuche. In \\d+ s erneut versuchen.$"))
              .isVisible();
        });
  }

  /** The browser itself must not send the form: it would leave the page with an error. */
  @Test
  void theFormIsNotSentBeforeItsScriptIsReady() {
    var waiting = new ArrayList<Route>();
    page.route("**/app/en-*", waiting::add);
    page.navigate(
        SecuredServer.get().uri() + "sign-in.html",
        new Page.NavigateOptions().setWaitUntil(WaitUntilState.DOMCONTENTLOADED));
    page.waitForCondition(() -> !waiting.isEmpty());
    page.getByLabel("Name").fill("vera");
    page.getByLabel("Password").fill(SecuredServer.PASSWORD);
    page.keyboard().press("Enter");
    assertThat(page.locator("button:disabled").count()).isEqualTo(1);
    waiting.get(0).resume();
    submit();
    page.waitForURL(SecuredServer.get().uri().toString());
  }

  /** Changes of an expired session are kept, in their order, and sent after signing in. */
  @Test
  void expiredSessionKeepsChangesUntilTheUserSignsInAgain() {
    for (var name : List.of("a", "b", "c"))
      SecuredServer.get()
          .send("POST", "webhook", Payloads.of("expiry/" + name), "Authorization", "hush-all");
    var query = "?q=expiry%2F&order=name";
    signIn("editor");
    page.navigate(SecuredServer.get().uri() + query);
    page.locator(".update").nth(2).waitFor();
    page.evaluate("fetch('api/v1/session', { method: 'DELETE' })");
    for (var key : List.of("j", "e", "e", "e", "u")) page.keyboard().press(key);
    assertThat(page.locator(".banner")).hasText("Your session has expired. Sign in again");
    assertThat(page.locator(".status")).hasText("2 changes not sent yet");
    assertThat(page.locator(".update .mark"))
        .hasText(new String[] {"Not sent yet", "Not sent yet"});
    assertThat(page.locator(".problems")).isEmpty();
    page.locator(".banner").getByText("Sign in again").click();
    page.waitForURL(SecuredServer.get().uri() + "sign-in.html" + query);
    page.getByLabel("Name").fill("erin");
    page.getByLabel("Password").fill(SecuredServer.PASSWORD);
    submit();
    page.getByText("2 changes sent").waitFor();
    assertThat(page.url()).endsWith("/" + query);
    assertThat(page.locator(".update .name")).hasText(new String[] {"c"});
    assertThat(page.locator(".status")).hasText("Live");
    var done = "api/v1/images?state=acknowledged&q=expiry/&counts=state&limit=1";
    assertThat(SecuredServer.as("viewer", "GET", done, null).body()).contains("\"total\":2");
  }

  @Test
  void pageNamesTheUserAndSignsOut() {
    signIn("viewer");
    page.getByLabel("Menu").click();
    page.getByText("Signed in as vera (viewer)").waitFor();
    page.getByText("Sign out").click();
    page.waitForURL(SecuredServer.get().uri() + "sign-in.html");
    assertThat(page.evaluate("fetch('api/v1/images').then(answer => answer.status)"))
        .isEqualTo(401);
  }

  @Test
  void adminCreatesAndRevokesAToken() {
    signIn("admin");
    page.navigate(SecuredServer.get().uri() + "?view=settings&section=tokens");
    clickButton("New token…");
    page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("widget");
    page.getByLabel("Note", new Page.GetByLabelOptions().setExact(true)).fill("on the start page");
    assertThat(page.locator("[name=role]:checked").count()).isZero();
    page.getByText("also marks as done").click();
    clickButton("Create");
    page.getByText("Token widget created.").waitFor();
    var secret = page.locator(".created-token code").textContent();
    assertThat(listWith(secret)).isEqualTo(200);
    page.keyboard().press("Escape");
    page.getByText("The token is lost if you close this dialog").waitFor();
    clickButton("I have copied it");
    assertThat(page.locator("dialog").count()).isZero();
    clickButton("Revoke widget");
    page.getByText("What uses it stops working at once. Never used.").waitFor();
    assertThat(focused()).isEqualTo("Cancel");
    page.keyboard().press("Enter");
    clickButton("Revoke widget");
    clickButton("Revoke");
    page.getByText("Token widget revoked").waitFor();
    assertThat(listWith(secret)).isEqualTo(401);
    assertThat(focused()).isNotEqualTo("BODY");
    assertThat(violations()).isEmpty();
  }

  private void clickButton(String name) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .click();
  }

  private Object focused() {
    return page.evaluate(
        "document.activeElement === document.body ? 'BODY' : document.activeElement.textContent.trim()");
  }

  private static int listWith(String token) {
    return SecuredServer.get()
        .send("GET", "api/v1/images", null, "Authorization", "Bearer " + token)
        .statusCode();
  }

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void signInPageIsAccessible(ColorScheme scheme) {
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    page.navigate(SecuredServer.get().uri() + "sign-in.html");
    assertThat(violations()).isEmpty();
  }

  /**
   * A page of another site makes the browser of a signed-in user send requests that acknowledge all
   * updates. From another port of the same host they carry the cookie, and only the origin differs.
   */
  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.0.0.1"})
  void pagesOfOtherSitesChangeNothing(String host) throws IOException {
    var server = SecuredServer.get();
    server.send("POST", "webhook", Payloads.of("nginx:csrf"), "Authorization", "hush-all");
    signIn("editor");
    var elsewhere = elsewhere(server.uri() + "api/updates/acknowledge-all");
    try {
      page.navigate("http://" + host + ":" + elsewhere.getAddress().getPort() + "/");
      var answer =
          page.waitForResponse(
              response -> response.request().isNavigationRequest(),
              () -> page.getByText("Win a prize").click());
      assertThat(answer.status()).isEqualTo(403);
    } finally {
      elsewhere.stop(0);
    }
    assertThat(SecuredServer.as("viewer", "GET", "api/v1/image?reference=nginx:csrf", null).body())
        .contains("\"acknowledged_at\":null");
  }

  /** A site that sends a request when it is loaded, and a form on a click. */
  private static HttpServer elsewhere(String target) throws IOException {
    var site =
        """
        <!doctype html><title>Prizes</title>
        <script>fetch('%1$s', { method: 'POST', mode: 'no-cors', credentials: 'include', body: '{}' });</script>
        <form method="post" action="%1$s"><button>Win a prize</button></form>"""
            .formatted(target)
            .getBytes(UTF_8);
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, site.length);
            exchange.getResponseBody().write(site);
          }
        });
    server.start();
    return server;
  }
}
