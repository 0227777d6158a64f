package diundashboard.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import jakarta.json.Json;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Showing pending updates, and marking them as done. */
class InboxIT extends PageTest {

  @Test
  void untaggedUpdatesComeAfterTheTagsInTheirOrder() {
    backend.receive(SONARR, POSTGRES, REDIS, TRAEFIK);
    backend.tag("media", SONARR);
    backend.tag("databases", POSTGRES, REDIS);
    open();
    hasGroups("media", "databases", "Untagged");
    shows(SONARR, REDIS, POSTGRES, TRAEFIK);
  }

  @Test
  void aRowShowsWhereTheImageRuns() {
    var notification = Backend.notification("registry.lan:5000/team/where:1.5.0");
    var digest = notification.getString("digest").replaceFirst("0{12}", "2c56a5f3d602");
    backend.receive(
        Json.createObjectBuilder(notification).add("status", "new").add("digest", digest).build());
    open();
    assertThat(row("where"))
        .hasText(
            Pattern.compile(
                "^\\s*where\\s*registry.lan:5000/team/\\s*New\\s*1.5.0\\s*nas\\s*proxy\\s*just now\\s*$"));
    assertThat(row("where").getByRole(AriaRole.TIME)).hasText("just now");
  }

  @Test
  void aClickOnARowOpensTheDetailsWithTheLinkToTheHub() {
    backend.receive(POSTGRES);
    open();
    row("postgres").locator(".host").click();
    var link = page.getByText("Registry page (hub.docker.com)");
    assertThat(link).hasAttribute("href", "https://hub.docker.com/_/postgres:16.6");
    assertThat(link).hasAttribute("target", "_blank");
    assertThat(link).hasAttribute("rel", "noopener noreferrer");
    row("postgres").locator(".host").click();
    assertThat(link).hasCount(0);
  }

  @Test
  void textOfARowCanBeSelected() {
    backend.receive(POSTGRES);
    open();
    var path = row("postgres").locator(".path").boundingBox();
    page.mouse().move(path.x + 1, path.y + path.height / 2);
    page.mouse().down();
    page.mouse().move(path.x + path.width - 1, path.y + path.height / 2);
    page.mouse().up();
    assertThat(page.evaluate("getSelection().toString()").toString()).contains("docker.io");
    assertThat(page.locator(".panel")).hasCount(0);
  }

  @Test
  void theTitleCountsPendingUpdates() {
    backend.receive(POSTGRES, REDIS);
    open();
    assertThat(page).hasTitle("(2) Pending – DiunDashboard");
    button("Mark postgres as done").click();
    assertThat(page).hasTitle("(1) Pending – DiunDashboard");
    button("Mark redis as done").click();
    assertThat(page).hasTitle("Pending – DiunDashboard");
  }

  @Test
  void anUpdateIsMarkedAsDone() {
    backend.receive(POSTGRES, REDIS);
    open();
    awaitChanges(1, () -> button("Mark postgres as done").click());
    shows(REDIS);
    open();
    shows(REDIS);
  }

  @Test
  void allUpdatesOfATagAreMarkedAsDone() {
    backend.receive(POSTGRES, REDIS, SONARR);
    backend.tag("databases", POSTGRES, REDIS);
    open();
    groupBox("databases").check();
    awaitChanges(1, () -> bar().getByText("Mark as done", exactly()).click());
    shows(SONARR);
    open();
    shows(SONARR);
  }

  @Test
  void allUntaggedUpdatesAreMarkedAsDone() {
    backend.receive(POSTGRES, REDIS, SONARR);
    backend.tag("media", SONARR);
    open();
    groupBox("Untagged").check();
    awaitChanges(1, () -> bar().getByText("Mark as done", exactly()).click());
    shows(SONARR);
    open();
    shows(SONARR);
  }

  @Test
  void allUpdatesAreMarkedAsDone() {
    backend.receive(POSTGRES, REDIS, SONARR);
    backend.tag("databases", POSTGRES, REDIS);
    open();
    awaitChanges(1, () -> markAllAsDone());
    assertThat(heading("All caught up")).isVisible();
    open();
    assertThat(heading("All caught up")).isVisible();
    assertThat(page).hasTitle("Pending – DiunDashboard");
  }

  @Test
  void updatesThatAreNotShownYetStayPending() {
    backend.receive(POSTGRES, REDIS);
    open();
    awaitTrue( // the inbox is asked again once events arrive
        "performance.getEntriesByType('resource').filter(({ name }) => name.includes('/inbox?')).length > 1");
    page.route("**/api/v1/inbox?**", route -> {});
    backend.receive(SONARR);
    awaitChanges(1, () -> markAllAsDone());
    page.unroute("**/api/v1/inbox?**");
    open();
    shows(SONARR);
  }

  @Test
  void updatesOutsideTheSearchStayPending() {
    backend.receive(POSTGRES, REDIS, SONARR);
    backend.tag("databases", POSTGRES, REDIS);
    open();
    search().fill("redis");
    awaitChanges(1, () -> markAllAsDone());
    button("Clear search").click();
    shows(POSTGRES, SONARR);
  }

  /** The rows stay for a moment after a click, but not those of the search before. */
  @Test
  void resultsThatArriveDuringAClickAreShown() {
    backend.receive(POSTGRES, REDIS, SONARR);
    backend.tag("databases", POSTGRES, REDIS);
    open();
    var paused = new ArrayList<Route>();
    page.route("**/api/v1/inbox?*q=redis*", paused::add, new Page.RouteOptions().setTimes(1));
    search().fill("redis");
    page.waitForCondition(() -> !paused.isEmpty());
    markAllAsDone();
    paused.get(0).resume();
    assertThat(heading("No results")).isVisible();
  }

  @Test
  void aDoubleClickMarksOneUpdateAsDone() {
    backend.receive(POSTGRES, REDIS, SONARR);
    open();
    awaitChanges(1, () -> button("Mark sonarr as done").dblclick());
    movePointerAway();
    shows(REDIS, POSTGRES);
    open();
    shows(REDIS, POSTGRES);
  }

  @Test
  void aDoubleClickMarksOneGroupAsDone() {
    backend.receive(POSTGRES, REDIS, SONARR);
    backend.tag("databases", POSTGRES);
    backend.tag("media", SONARR);
    open();
    groupBox("Untagged").check();
    awaitChanges(1, () -> bar().getByText("Mark as done", exactly()).dblclick());
    movePointerAway();
    hasGroups("databases", "media");
    open();
    hasGroups("databases", "media");
  }

  /** The next row would be under a pointer that is on its way to another one. */
  @Test
  void rowsCloseAGapWhenThePointerRestsOnItOrLeavesTheList() {
    page.clock().install();
    backend.receive(POSTGRES, REDIS, SONARR, TRAEFIK);
    open();
    button("Mark traefik as done").click();
    assertThat(page).hasTitle("(3) Pending – DiunDashboard");
    assertThat(page.locator(".update.gone")).containsText("Done");
    button("Mark sonarr as done").hover();
    page.clock().runFor(1_000);
    shows(TRAEFIK, SONARR, REDIS, POSTGRES);
    page.mouse().down();
    page.mouse().up();
    assertThat(page).hasTitle("(2) Pending – DiunDashboard");
    page.clock().runFor(500);
    shows(REDIS, POSTGRES);
    assertThat(opener("redis")).isFocused();
    button("Mark redis as done").click();
    movePointerAway();
    shows(POSTGRES);
  }

  @Test
  void anImageIsMarkedAsDoneOnOneOfSeveralHosts() {
    backend.receive(POSTGRES);
    backend.receiveOn("vps", POSTGRES);
    open("?group=host");
    hasGroups("nas", "vps");
    awaitChanges(1, () -> button("Mark postgres on vps as done").click());
    hasGroups("nas");
    open();
    assertThat(row("postgres")).containsText("nas");
    assertThat(row("postgres")).not().containsText("vps");
  }
}
