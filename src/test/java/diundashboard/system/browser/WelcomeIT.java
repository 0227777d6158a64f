package diundashboard.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WelcomeIT extends PageTest {

  private static final String SNIPPET =
      """
      notif:
        webhook:
          endpoint: %swebhook
          method: POST"""
          .formatted(Site.uri());

  private static final String HEADERS =
      "\n    headers:\n      Authorization: Bearer <webhook secret>";

  @BeforeEach
  void stubAnEmptyDatabase() {
    answer("api/v1/images", Samples.page(List.of(), null));
  }

  @Test
  void theSnippetContainsTheAddressOfTheServer() {
    open();
    assertThat(page.getByRole(AriaRole.HEADING).getByText("Connect Diun")).isVisible();
    assertThat(page.getByLabel("diun.yml").textContent()).isEqualTo(SNIPPET);
    assertThat(page.getByText("docker exec diun diun notif test")).isVisible();
  }

  @Test
  void settingsCanBeChangedBeforeTheFirstUpdate() {
    open("?view=settings");
    assertThat(main().getByText("Theme")).isVisible();
    press("g", "p");
    assertThat(heading("Connect Diun")).isVisible();
  }

  @Test
  void theSnippetSendsTheWebhookSecretIfOneIsSet() {
    answer(
        "api/v1/settings",
        """
        [{"key":"diun.auth","variable":"DIUN_AUTH","value":"none","secret":false,"set":true},
         {"key":"diun.webhook.secret","variable":"DIUN_WEBHOOK_SECRET","value":null,"secret":true,"set":true},
         {"key":"diun.webhook.host-secrets","variable":"DIUN_WEBHOOK_HOST_SECRETS","value":null,"secret":true,"set":false}]
        """);
    open();
    assertThat(page.getByLabel("diun.yml").textContent()).isEqualTo(SNIPPET + HEADERS);
    assertThat(main())
        .containsText(
            "Replace <webhook secret> with a secret from DIUN_WEBHOOK_SECRET of the server.");
  }

  @Test
  void theAddressIsThatOfTheServerUntilAnotherIsTyped() {
    answer(
        "api/v1/settings",
        """
        [{"key":"diun.url","variable":"DIUN_URL","value":"https://nas.lan/diun","secret":false,"set":true}]
        """);
    open();
    assertThat(page.getByLabel("diun.yml")).containsText("endpoint: https://nas.lan/diun/webhook");
    page.getByLabel("Where can Diun reach this server?").fill("http://localhost:8080/webhook");
    assertThat(main()).containsText("If Diun runs in a container, replace localhost");
    button("Environment variables").click();
    assertThat(page.getByRole(AriaRole.REGION).getByText("DIUN_NOTIF_WEBHOOK_ENDPOINT"))
        .hasText(
            "DIUN_NOTIF_WEBHOOK_ENDPOINT=http://localhost:8080/webhook DIUN_NOTIF_WEBHOOK_METHOD=POST");
  }

  /** Only admins may read the settings. */
  @Test
  void theSnippetForOtherUsersSaysThatTheServerMayNeedASecret() {
    answer("api/v1/session", "{\"auth\":\"basic\",\"name\":\"ada\",\"role\":\"editor\"}");
    open();
    assertThat(page.getByLabel("diun.yml").textContent()).isEqualTo(SNIPPET + HEADERS);
    assertThat(main()).containsText("If there is none, omit the headers.");
  }

  @Test
  void theSnippetCanBeCopied() {
    page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
    open();
    button("Copy").click();
    assertThat(page.getByText("Copied")).isVisible();
    assertThat(page.evaluate("navigator.clipboard.readText()")).isEqualTo(SNIPPET);
  }

  /** Browsers deny pages without TLS the clipboard. */
  @Test
  void theSnippetIsCopiedWithoutTls() {
    page.addInitScript("Object.defineProperty(navigator, 'clipboard', { value: undefined })");
    open();
    button("Copy").click();
    assertThat(page.getByText("Copied")).isVisible();
    assertThat(button("Copy")).isFocused();
    search().press("Control+V");
    assertThat(search()).hasValue(SNIPPET.replace("\n", " "));
  }

  @Test
  void aTestNotificationIsShown() {
    answer("api/v1/notifications/tests", "[]");
    open();
    assertThat(statusLine()).hasText("Waiting for the first notification…");
    page.route("**/api/v1/notifications/tests", Route::resume);
    backend.receiveTestFrom("d2219b854598");
    assertThat(statusLine())
        .hasText(
            "Test notification received from d2219b854598 just now. Waiting for the first update…");
  }

  @Test
  void theFirstUpdateOpensTheList() {
    open();
    assertThat(statusLine()).isVisible();
    backend.receive(POSTGRES);
    page.unrouteAll();
    shows(POSTGRES);
    assertThat(statusLine()).hasCount(0);
  }

  private Locator statusLine() {
    return page.getByRole(AriaRole.MAIN).getByRole(AriaRole.STATUS);
  }
}
