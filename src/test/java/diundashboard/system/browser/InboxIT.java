package diundashboard.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import jakarta.json.Json;
import org.junit.jupiter.api.Test;

/** What waits is shown, and done. */
class InboxIT extends PageTest {

  @Test
  void theUntaggedComeBeforeTheTagsInTheirOrder() {
    backend.receive(SONARR, POSTGRES, REDIS, TRAEFIK);
    backend.tag("media", SONARR);
    backend.tag("databases", POSTGRES, REDIS);
    open();
    hasGroups("Untagged", "media", "databases");
    shows(TRAEFIK, SONARR, REDIS, POSTGRES);
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
            new String[] {"registry.lan:5000/team/api:1.4.2", "New nas web,proxy 2c56a5f3d602"});
    assertThat(row("api").getByRole(AriaRole.TIME)).hasText("just now");
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
    awaitChanges(1, () -> button("Done with postgres").click());
    shows(REDIS);
    open();
    shows(REDIS);
  }

  @Test
  void aTagIsDone() {
    backend.receive(POSTGRES, REDIS, SONARR);
    backend.tag("databases", POSTGRES, REDIS);
    open();
    awaitChanges(1, () -> button("Done with all 2 in databases").click());
    shows(SONARR);
    open();
    shows(SONARR);
  }

  @Test
  void theUntaggedAreDone() {
    backend.receive(POSTGRES, REDIS, SONARR);
    backend.tag("media", SONARR);
    open();
    awaitChanges(1, () -> button("Done with all 2 in Untagged").click());
    shows(SONARR);
    open();
    shows(SONARR);
  }

  @Test
  void everythingIsDone() {
    backend.receive(POSTGRES, REDIS, SONARR);
    backend.tag("databases", POSTGRES, REDIS);
    open();
    awaitChanges(1, () -> button("Done with all 3").click());
    assertThat(heading("All done")).isVisible();
    open();
    assertThat(heading("All done")).isVisible();
    assertThat(page).hasTitle("Diun Dashboard");
  }

  @Test
  void whatHasArrivedUnseenIsNotDoneWithTheRest() {
    backend.receive(POSTGRES, REDIS);
    open();
    page.route("**/api/v1/images?**", route -> {});
    backend.receive(SONARR);
    awaitChanges(1, () -> button("Done with all 2").click());
    page.unroute("**/api/v1/images?**");
    open();
    shows(SONARR);
  }

  @Test
  void whatTheSearchHidesIsNotDone() {
    backend.receive(POSTGRES, REDIS, SONARR);
    backend.tag("databases", POSTGRES, REDIS);
    open();
    search().fill("redis");
    awaitChanges(1, () -> button("Done with all 1 in databases").click());
    button("Clear the search").click();
    shows(SONARR, POSTGRES);
  }

  @Test
  void onOneHostOfSeveralAnImageIsDoneByItself() {
    backend.receive(POSTGRES);
    backend.receiveOn("vps", POSTGRES);
    open("?group=host");
    hasGroups("nas", "vps");
    awaitChanges(1, () -> button("Done with postgres on vps").click());
    hasGroups("nas");
    open();
    assertThat(row("postgres")).containsText("nas");
    assertThat(row("postgres")).not().containsText("vps");
  }
}
