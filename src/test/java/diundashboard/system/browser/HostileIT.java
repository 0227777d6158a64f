package diundashboard.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;

/** Whoever publishes an image, or reaches the webhook, chooses what the page has to show. */
class HostileIT extends PageTest {

  private static final String SCRIPT = "\"><script>alert(1)</script><img src=x onerror=alert(1)>";

  @Test
  void aHostileLinkIsNoLink() {
    backend.receive(
        hostile("docker.io/evil/app:latest", "javascript:fetch('/api/updates/acknowledge-all')"));
    open();
    assertThat(row("app").getByText("app", exactly())).isVisible();
    assertThat(page.getByRole(AriaRole.LINK)).hasCount(0);
    assertThat(row("app")).containsText(SCRIPT);
  }

  @Test
  void everyShownFieldIsOnlyText() {
    var tag = Json.createObjectBuilder().add("id", 1).add("name", SCRIPT).build();
    answer(
        "api/updates",
        updates("registry/" + SCRIPT, hostile(SCRIPT, "data:text/html," + SCRIPT), tag));
    answer("api/tags", Json.createArrayBuilder().add(tag).build().toString());
    open();
    hasGroups(SCRIPT);
    assertThat(page.locator("[data-image]")).hasAttribute("data-image", "registry/" + SCRIPT);
    button("Delete tag " + SCRIPT).click();
    assertThat(dialog().getByRole(AriaRole.HEADING)).hasText("Delete tag " + SCRIPT + "?");
    press("Escape", "j", "t");
    assertThat(button(SCRIPT)).isVisible();
    press("Escape");
    search().fill(SCRIPT + "!");
    assertThat(page.getByRole(AriaRole.MAIN)).containsText(SCRIPT + "!");
    hasOnlyOurElements();
  }

  @Test
  void theHostOfATestIsOnlyText() {
    answer("api/updates", "{}");
    var test =
        Json.createObjectBuilder()
            .add("hostname", SCRIPT)
            .add("diun_version", SCRIPT)
            .add("received_at", "2026-11-22T10:00:00Z");
    answer("api/v1/notifications/tests", Json.createArrayBuilder().add(test).build().toString());
    open();
    assertThat(page.getByRole(AriaRole.MAIN)).containsText("Test received from " + SCRIPT);
    hasOnlyOurElements();
  }

  @Test
  void aRefusalIsOnlyText() {
    expectFailedRequests();
    backend.receive(POSTGRES);
    open();
    var problem = Json.createObjectBuilder().add("title", SCRIPT).add("detail", SCRIPT).build();
    page.route(
        "**/api/updates/**",
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setStatus(400)
                    .setContentType("application/problem+json")
                    .setBody(problem.toString())));
    button("Done with postgres").click();
    assertThat(page.getByRole(AriaRole.ALERT)).containsText(SCRIPT);
    hasOnlyOurElements();
  }

  @Test
  void anImageCannotPassForAnother() {
    backend.receive(POSTGRES);
    var image = "x/../" + POSTGRES;
    answer("api/updates", updates(image, hostile(image, ""), null));
    open();
    var request =
        page.waitForRequest(
            each -> each.method().equals("PATCH"), () -> button("Done with postgres").click());
    assertThat(request.url()).contains("x%2F..%2Fdocker.io");
    expectFailedRequests();
  }

  @Test
  void aVeryLongNameStaysInItsRow() {
    var image = "registry.example.com/" + "long-component/".repeat(20) + "n".repeat(100) + ":1";
    answer("api/updates", updates(image, hostile(image, ""), null));
    open();
    assertThat(page.locator("[data-image]").boundingBox().height).isEqualTo(52);
    assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
  }

  private void hasOnlyOurElements() {
    assertThat(page.locator("body script, img:not([src='favicon.svg'])")).hasCount(0);
    assertThat(page.locator("a[href^='data:'], a[href^='javascript:']")).hasCount(0);
  }

  private static JsonObject hostile(String image, String link) {
    return Json.createObjectBuilder(Backend.notification(image))
        .add("hostname", SCRIPT)
        .add("status", SCRIPT)
        .add("provider", SCRIPT)
        .add("hub_link", link)
        .add("platform", SCRIPT)
        .add("created", SCRIPT)
        .add("metadata", Json.createObjectBuilder().add("ctn_names", SCRIPT))
        .build();
  }

  private static String updates(String image, JsonObject event, JsonObject tag) {
    var update =
        Json.createObjectBuilder()
            .add("event", event)
            .add("received_at", "2026-11-22T10:11:12.123Z")
            .add("acknowledged", false)
            .add("tag", tag == null ? JsonObject.NULL : tag);
    return Json.createObjectBuilder().add(image, update).build().toString();
  }

  private static Locator.GetByTextOptions exactly() {
    return new Locator.GetByTextOptions().setExact(true);
  }
}
