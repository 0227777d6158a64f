package diundashboard.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import jakarta.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class InboxIT extends PageTest {

  @Test
  void theUntaggedComeBeforeTheTags() {
    backend.receive(SONARR, POSTGRES, REDIS, TRAEFIK);
    backend.tag("media", SONARR);
    backend.tag("databases", POSTGRES, REDIS);
    open();
    hasGroups("Untagged", "databases", "media");
    shows(TRAEFIK, REDIS, POSTGRES, SONARR);
  }

  @Test
  void aRowTellsWhereTheImageRuns() {
    var notification = Backend.notification("registry.lan:5000/team/api:1.4.2");
    var digest = notification.getString("digest").replaceFirst("0{12}", "2c56a5f3d602");
    backend.receive(
        Json.createObjectBuilder(notification).add("status", "new").add("digest", digest).build());
    open();
    assertThat(row("api").getByRole(AriaRole.PARAGRAPH))
        .hasText(
            new String[] {
              "registry.lan:5000/team/api:1.4.2",
              "New nas web, proxy docker 2c56a5f3d602 built 18 Nov 2026"
            });
    assertThat(row("api").getByRole(AriaRole.TIME)).hasText("just now");
  }

  @Test
  void aDateThatNobodyKnowsIsNotShown() {
    var notification =
        Json.createObjectBuilder(Backend.notification(POSTGRES))
            .add("created", "0001-01-01T00:00:00Z");
    backend.receive(notification.build());
    open();
    assertThat(row("postgres")).not().containsText("built");
  }

  @Test
  void theNameLinksToTheHub() {
    backend.receive(POSTGRES);
    open();
    var link = row("postgres").getByRole(AriaRole.LINK);
    assertThat(link).hasText("postgres");
    assertThat(link).hasAttribute("href", "https://hub.docker.com/_/postgres:16.6");
    assertThat(link).hasAttribute("target", "_blank");
    assertThat(link).hasAttribute("rel", "noopener noreferrer");
  }

  @Test
  void theTitleCountsWhatWaits() {
    backend.receive(POSTGRES, REDIS);
    open();
    assertThat(page).hasTitle("(2) Diun Dashboard");
    button("Done with postgres").click();
    assertThat(page).hasTitle("(1) Diun Dashboard");
    button("Done with redis").click();
    assertThat(page).hasTitle("Diun Dashboard");
  }

  @Test
  void oneIsDone() {
    backend.receive(POSTGRES, REDIS);
    open();
    awaitSaved(1, () -> button("Done with postgres").click());
    shows(REDIS);
    open();
    shows(REDIS);
  }

  @Test
  void aTagIsDone() {
    backend.receive(POSTGRES, REDIS, SONARR);
    backend.tag("databases", POSTGRES, REDIS);
    open();
    awaitSaved(2, () -> button("Done with all 2 in databases").click());
    shows(SONARR);
    open();
    shows(SONARR);
  }

  @Test
  void theUntaggedAreDone() {
    backend.receive(POSTGRES, REDIS, SONARR);
    backend.tag("media", SONARR);
    open();
    awaitSaved(2, () -> button("Done with all 2 in Untagged").click());
    shows(SONARR);
    open();
    shows(SONARR);
  }

  @Test
  void everythingIsDone() {
    backend.receive(POSTGRES, REDIS, SONARR);
    backend.tag("databases", POSTGRES, REDIS);
    open();
    awaitSaved(3, () -> button("Done with all 3").click());
    assertThat(heading("All done")).isVisible();
    open();
    assertThat(heading("All done")).isVisible();
    assertThat(page).hasTitle("Diun Dashboard");
  }

  @Test
  void whatHasArrivedUnseenIsNotDoneWithTheRest() {
    backend.receive(POSTGRES, REDIS);
    open();
    var seen = page.request().get(page.url() + "api/updates").text();
    page.route(
        "**/api/updates",
        route ->
            route.fulfill(
                new Route.FulfillOptions().setContentType("application/json").setBody(seen)));
    backend.receive(SONARR);
    awaitSaved(2, () -> button("Done with all 2").click());
    page.unroute("**/api/updates");
    open();
    shows(SONARR);
  }

  @Test
  void whatTheSearchHidesIsNotDone() {
    backend.receive(POSTGRES, REDIS, SONARR);
    backend.tag("databases", POSTGRES, REDIS);
    open();
    search().fill("redis");
    awaitSaved(1, () -> button("Done with all 1 in databases").click());
    button("Clear the search").click();
    shows(SONARR, POSTGRES);
  }

  @Test
  void theSearchNarrowsTheListAndStaysInTheAddress() {
    backend.receive(POSTGRES, REDIS, SONARR);
    open();
    search().fill("registry:docker.io -redis");
    shows(POSTGRES);
    page.reload();
    shows(POSTGRES);
    assertThat(search()).hasValue("registry:docker.io -redis");
  }

  @Test
  void aSearchThatFindsNothingCanBeCleared() {
    backend.receive(POSTGRES);
    open();
    search().fill("no such thing");
    assertThat(heading("No update matches")).isVisible();
    button("Clear the search").click();
    shows(POSTGRES);
    assertThat(search()).hasValue("");
  }

  @Test
  void theOrderCanBeChosen() {
    backend.receive(SONARR, POSTGRES, REDIS);
    open();
    shows(REDIS, POSTGRES, SONARR);
    page.getByLabel("Order").selectOption("oldest");
    shows(SONARR, POSTGRES, REDIS);
    page.getByLabel("Order").selectOption("name");
    shows(POSTGRES, REDIS, SONARR);
  }

  @Test
  void whatIsOlderThanAMonthIsCountedAndFound() {
    backend.receive(POSTGRES);
    page.clock().setFixedTime(Instant.now().plus(Duration.ofDays(31)).toEpochMilli());
    open();
    button("1 older than a month").click();
    assertThat(search()).hasValue("older:30d");
    shows(POSTGRES);
    assertThat(row("postgres").getByRole(AriaRole.TIME)).hasText("31d ago");
  }

  private void awaitSaved(int updates, Runnable action) {
    var saved = new AtomicInteger();
    page.onResponse(
        response -> {
          if (response.request().method().equals("PATCH")) saved.incrementAndGet();
        });
    action.run();
    page.waitForCondition(() -> saved.get() == updates);
  }

  private Locator heading(String name) {
    return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
  }
}
