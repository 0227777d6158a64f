package diundashboard.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Publishers of images and senders of webhooks choose the texts on the page. They are untrusted.
 */
class HostileIT extends PageTest {

  private static final String SCRIPT = "\"><script>alert(1)</script><img src=x onerror=alert(1)>";

  private static final JsonObject TAG =
      Json.createObjectBuilder()
          .add("id", 1)
          .add("name", SCRIPT)
          .add("colour", "red")
          .add("counts", Json.createObjectBuilder().add("pending", 1).add("all", 1))
          .add("rules", Json.createArrayBuilder())
          .build();

  private static final JsonObject HAPPENED =
      Json.createObjectBuilder()
          .add("at", "2026-11-22T10:00:00Z")
          .add("kind", SCRIPT)
          .add("host", SCRIPT)
          .add("actor", SCRIPT)
          .add("note", SCRIPT)
          .build();

  @Test
  void aHostileLinkIsNotRendered() {
    backend.receive(
        hostile("docker.io/evil/app:latest", "javascript:fetch('/api/updates/acknowledge-all')"));
    open();
    assertThat(row("app").getByText("app", exactly())).isVisible();
    assertThat(main().getByRole(AriaRole.LINK)).hasCount(1);
    assertThat(main().getByRole(AriaRole.LINK))
        .hasAttribute("href", "?image=docker.io%2Fevil%2Fapp%3Alatest");
    assertThat(row("app")).containsText(SCRIPT);
  }

  @Test
  void allFieldsAreRenderedAsText() {
    answer("api/v1/images", Samples.page(List.of(hostileItem("registry/" + SCRIPT)), null));
    answer(
        "api/v1/image",
        Json.createObjectBuilder(hostileItem("registry/" + SCRIPT))
            .add("notification", SCRIPT)
            .add("history", Json.createArrayBuilder().add(HAPPENED))
            .build()
            .toString());
    answer("api/v1/tags", Json.createArrayBuilder().add(TAG).build().toString());
    open();
    hasGroups(SCRIPT);
    assertThat(page.locator("[data-id]")).hasAttribute("data-id", "registry/" + SCRIPT);
    press("j", "Enter");
    assertThat(page.locator(".panel pre")).hasText(SCRIPT);
    assertThat(page.locator(".history")).containsText(SCRIPT);
    button("Edit tag " + SCRIPT).click();
    assertThat(dialog().getByRole(AriaRole.HEADING)).hasText("Edit tag " + SCRIPT);
    press("Escape", "j", "t");
    assertThat(button(SCRIPT)).isVisible();
    press("Escape", "h");
    assertThat(dialog().getByRole(AriaRole.HEADING))
        .hasText("Snooze script><img src=x onerror=alert(1)>");
    press("Escape");
    display("Group by", "Host");
    hasGroups(SCRIPT);
    answer("api/v1/images", Samples.page(List.of(), null));
    search().fill(SCRIPT + "!");
    assertThat(page.locator("div.printed")).containsText(SCRIPT + "!");
    hasNoInjectedElements();
  }

  @Test
  void allFieldsOfTheOtherViewsAreRenderedAsText() {
    backend.receive(POSTGRES);
    var share =
        "[{\"host\":%1$s,\"tag\":%1$s,\"registry\":%1$s,\"image\":%1$s,\"name\":%1$s,\"actor\":%1$s,\"kind\":\"major\",\"pending\":1,\"done\":1,\"count\":1,\"notifications\":1,\"median_age\":1,\"silent_since\":null,\"pending_since\":\"2026-11-01T00:00:00Z\",\"change\":{\"kind\":\"unknown\",\"from\":null,\"to\":null},\"hosts\":[{\"host\":%1$s,\"name\":null}],\"days_until_done\":{\"median\":null,\"p90\":null,\"count\":0}}]"
            .formatted(Json.createValue(SCRIPT));
    answer(
        "api/v1/insights",
        "{\"to\":\"2026-11-22\",\"pending\":[],\"still_pending\":null,\"weeks\":[],\"most_urgent\":%1$s,\"done_by\":%1$s,\"by_kind\":%1$s,\"arrivals\":{\"days\":[],\"weeks\":[]},\"waiting\":[],\"days_until_done\":{\"median\":null,\"p90\":null,\"count\":0},\"by_tag\":%1$s,\"by_host\":%1$s,\"by_registry\":%1$s,\"top_images\":%1$s}"
            .formatted(share));
    answer("api/v1/hosts", Json.createArrayBuilder().add(hostileHost()).build().toString());
    open("?view=hosts");
    assertThat(heading(SCRIPT)).isVisible();
    hasNoInjectedElements();
    open("?view=insights");
    assertThat(main()).containsText(SCRIPT);
    hasNoInjectedElements();
  }

  @Test
  void theHostOfATestNotificationIsRenderedAsText() {
    answer("api/v1/images", Samples.page(List.of(), null));
    var test =
        Json.createObjectBuilder()
            .add("hostname", SCRIPT)
            .add("diun_version", SCRIPT)
            .add("received_at", "2026-11-22T10:00:00Z");
    answer("api/v1/notifications/tests", Json.createArrayBuilder().add(test).build().toString());
    open();
    assertThat(page.getByRole(AriaRole.MAIN))
        .containsText("Test notification received from " + SCRIPT);
    hasNoInjectedElements();
  }

  @Test
  void anErrorIsRenderedAsText() {
    expectFailedRequests();
    backend.receive(POSTGRES);
    open();
    var problem = Json.createObjectBuilder().add("title", SCRIPT).add("detail", SCRIPT).build();
    page.route(
        "**/api/v1/acknowledgements",
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setStatus(400)
                    .setContentType("application/problem+json")
                    .setBody(problem.toString())));
    button("Mark postgres as done").click();
    assertThat(page.getByRole(AriaRole.ALERT)).containsText(SCRIPT);
    hasNoInjectedElements();
  }

  @Test
  void anImageIsNeverPartOfAUrl() {
    backend.receive(POSTGRES);
    var image = "x/../" + POSTGRES;
    answer("api/v1/images", Samples.page(List.of(image), null, 1));
    open();
    page.route("**/api/v1/acknowledgements", route -> refuse(route, "No such image."));
    expectFailedRequests();
    var request =
        page.waitForRequest(
            "**/api/v1/acknowledgements", () -> button("Mark postgres as done").click());
    assertThat(request.postData()).isEqualTo("{\"images\":[\"" + image + "\"],\"filter\":\"\"}");
  }

  @Test
  void aVeryLongNameStaysInItsRow() {
    var image = "registry.example.com/" + "long-component/".repeat(20) + "n".repeat(100) + ":1";
    answer("api/v1/images", Samples.page(List.of(image), null, 1));
    open();
    assertThat(page.locator("[data-id]").boundingBox().height).isEqualTo(54);
    assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
  }

  private void hasNoInjectedElements() {
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

  private static JsonObject hostileItem(String image) {
    var item = Samples.aged(image, Duration.ofDays(1));
    var occurrence =
        Json.createObjectBuilder(item.getJsonArray("occurrences").getJsonObject(0))
            .add("host", SCRIPT)
            .add("host_name", SCRIPT)
            .add("workload", SCRIPT)
            .add("metadata", Json.createObjectBuilder().add(SCRIPT, SCRIPT));
    return Json.createObjectBuilder(item)
        .add("status", SCRIPT)
        .add("provider", SCRIPT)
        .add("hub_link", "data:text/html," + SCRIPT)
        .add("platform", SCRIPT)
        .add("created", SCRIPT)
        .add("digest", SCRIPT)
        .add("mime_type", SCRIPT)
        .add("note", SCRIPT)
        .add("tag", TAG)
        .add("occurrences", Json.createArrayBuilder().add(occurrence))
        .build();
  }

  private static JsonObject hostileHost() {
    return Json.createObjectBuilder()
        .add("host", SCRIPT)
        .add("name", SCRIPT)
        .add("diun_version", SCRIPT)
        .add("first_seen_at", "2026-11-22T10:00:00Z")
        .add("last_seen_at", "2026-11-22T10:00:00Z")
        .add("counts", Json.createObjectBuilder().add("pending", 1).add("images", 1))
        .add("notifications", 1)
        .addNull("usual_gap_seconds")
        .addNull("silent_since")
        .add("state", "too_new")
        .add("state_by", "guess")
        .addNull("alarm_muted_until")
        .addNull("heartbeat")
        .add("merged", Json.createArrayBuilder())
        .build();
  }
}
