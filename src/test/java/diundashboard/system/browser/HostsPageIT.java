package diundashboard.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static diundashboard.system.browser.SampleViews.host;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import jakarta.json.Json;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Hosts: forgetting a host, and names of hosts that never reported. Each test has hosts of its own.
 */
class HostsPageIT extends PageTest {

  private static final String COUNTS =
      """
      41 tag(s) have been scanned:
      * 2 new tag(s) found
      * 1 tag(s) updated
      * 37 tag(s) unchanged
      * 0 tag(s) skipped
      * 1 tag(s) with error""";

  private static final String SCRIPT = "<img src=x onerror=alert(1)>";

  @Test
  void aHostIsForgottenRestoredAndForgottenAgain() {
    backend.receiveOn("attic", REDIS, SONARR);
    backend.receiveOn("attic-2", REDIS);
    open("?view=hosts");
    lookInto("attic");
    button("Forget attic").click();
    assertThat(dialog().getByRole(AriaRole.HEADING)).hasText("Forget attic?");
    assertThat(dialog())
        .containsText(
            "This removes attic and 2 images on it. Images on other hosts stay. What Diun reports again comes back as new.");
    assertThat(dialogButton("Cancel")).isFocused();
    awaitChanges(1, () -> dialogButton("Forget").click());
    assertThat(toast()).hasText("attic forgotten");
    assertThat(card("attic")).hasCount(0);
    assertThat(card("attic-2").locator("summary")).isFocused();
    awaitChanges(1, () -> button("Undo").click());
    assertThat(toast()).hasText("Action undone");
    assertThat(card("attic")).containsText("2 images");
    hasFocus();
    lookInto("attic");
    button("Forget attic").click();
    awaitChanges(1, () -> dialogButton("Forget").click());
    assertThat(card("attic")).hasCount(0);
    open("?group=host");
    hasGroups("attic-2");
    backend.receiveOn("attic", SONARR);
    open("?group=host");
    hasGroups("attic", "attic-2");
    assertThat(group("attic").locator(".update > .name")).hasAttribute("title", SONARR);
  }

  @Test
  void theLastHostIsForgottenByKeyboard() {
    answer("api/v1/hosts", SampleViews.hosts(host("shed", null, 4, 9, 118, null)));
    backend.receiveOn("shed", REDIS);
    open("?view=hosts");
    lookInto("shed");
    button("Forget shed").focus();
    press("Enter");
    assertThat(dialogButton("Cancel")).isFocused();
    answer("api/v1/hosts", "[]");
    press("Tab");
    awaitChanges(1, () -> press("Enter"));
    assertThat(page.locator(".empty-state"))
        .hasText("No hosts yet. A host appears when its Diun sends a notification.");
    hasFocus();
    awaitChanges(1, () -> press("u"));
    assertThat(toast()).hasText("Action undone");
  }

  @Test
  void cancelKeepsTheHost() {
    backend.receiveOn("cellar", REDIS);
    open("?view=hosts");
    lookInto("cellar");
    button("Forget cellar").click();
    dialogButton("Cancel").click();
    assertThat(dialog()).hasCount(0);
    assertThat(button("Forget cellar")).isFocused();
    button("Forget cellar").dblclick();
    assertThat(card("cellar")).hasCount(1);
  }

  @Test
  void aForgottenHostRaisesNoAlarm() {
    backend.receiveOn("k3s", REDIS);
    answer("api/v1/hosts", SampleViews.hosts(host("k3s", null, 50, 14, 203, null)));
    open();
    assertThat(alarms()).containsText("k3s has reported nothing for 2 days.");
    link("Look into it").click();
    lookInto("k3s");
    button("Forget k3s").click();
    answer("api/v1/hosts", "[]");
    awaitChanges(1, () -> dialogButton("Forget").click());
    press("g", "p");
    assertThat(alarms()).hasCount(0);
  }

  /** The change may have been carried out: it is repeated, and undo undoes it. */
  @Test
  void aLostAnswerIsRequestedAgain() {
    expectFailedRequests();
    backend.receiveOn("annex", REDIS);
    open("?view=hosts");
    page.route(
        "**/api/v1/removals",
        route -> {
          route.fetch();
          route.abort();
        },
        new Page.RouteOptions().setTimes(1));
    lookInto("annex");
    button("Forget annex").click();
    dialogButton("Forget").click();
    assertThat(page.getByRole(AriaRole.ALERT))
        .hasText("annex not confirmed yet: the server has not answered. Retrying…");
    assertThat(page.getByRole(AriaRole.ALERT)).isEmpty();
    awaitChanges(1, () -> press("u"));
    assertThat(card("annex")).containsText("1 image");
  }

  @Test
  void aRejectedRemovalIsExplained() {
    expectFailedRequests();
    backend.receiveOn("garage", REDIS);
    open("?view=hosts");
    page.route("**/api/v1/removals", route -> refuse(route, "The database is being backed up."));
    lookInto("garage");
    button("Forget garage").click();
    dialogButton("Forget").click();
    assertThat(page.getByRole(AriaRole.ALERT))
        .hasText("Couldn’t change garage: The database is being backed up.");
    assertThat(card("garage")).hasCount(1);
  }

  @Test
  void anUnknownHostIsShownWithTheOneThatIsMeant() {
    backend.receive(POSTGRES);
    backend.acknowledgeOn("nass");
    backend.acknowledgeOn("nass");
    backend.acknowledgeOn("elsewhere");
    open("?view=hosts");
    assertThat(unknown().nth(0))
        .containsText("A script asks for “elsewhere”, which has never reported. just now");
    assertThat(unknown().nth(1))
        .containsText(
            "A script asks for “nass”, which has never reported. Did it mean “nas”? ×2 just now");
    button("Dismiss: elsewhere").click();
    assertThat(toast()).hasText("elsewhere dismissed");
    assertThat(unknown()).hasCount(1);
    assertThat(button("Dismiss: nass")).isFocused();
    press("Enter");
    assertThat(heading("Unknown hosts")).hasCount(0);
    hasFocus();
    backend.acknowledgeOn("nass");
    open("?view=hosts");
    assertThat(unknown()).hasCount(1);
  }

  @Test
  void aHostileNameIsRenderedAsText() {
    backend.receive(POSTGRES);
    backend.acknowledgeOn(SCRIPT);
    open("?view=hosts");
    assertThat(unknown())
        .containsText("A script asks for “" + SCRIPT + "”, which has never reported.");
    assertThat(page.locator("main img")).hasCount(0);
    button("Dismiss: " + SCRIPT).click();
    assertThat(toast()).hasText(SCRIPT + " dismissed");
    assertThat(page.locator("img[src=x]")).hasCount(0);
  }

  @Test
  void aHostIsWatchedUntilItsHeartbeatIsRevoked() {
    backend.receiveOn("loft", REDIS);
    open("?view=hosts");
    assertThat(card("loft"))
        .containsText(
            "Too new to tell whether it reports Last report from loft: just now Look into it Not watched: Diun sends nothing if there is no update, so silence is only a guess.");
    lookInto("loft");
    button("Watch Diun on loft").click();
    var settings =
        Pattern.compile("watch:\\s+healthchecks:\\s+baseURL: \\S+/ping/\\s+uuid: [-0-9a-f]{36}");
    var yaml = dialog().getByRole(AriaRole.REGION).nth(0);
    assertThat(yaml).hasText(settings);
    var uuid = yaml.textContent().replaceAll("(?s).*uuid: ", "");
    assertThat(dialog().getByRole(AriaRole.REGION).nth(1))
        .hasText(
            Pattern.compile(
                "DIUN_WATCH_HEALTHCHECKS_BASEURL=\\S+/ping/\\s+DIUN_WATCH_HEALTHCHECKS_UUID="
                    + uuid));
    press("Escape");
    assertThat(dialog().getByRole(AriaRole.STATUS))
        .hasText("The UUID is lost if you close this dialog without copying it.");
    dialogButton("I have copied it").click();
    assertThat(card("loft")).containsText("Watched, but Diun has not reported a run yet.");
    backend.ping(uuid + "/start", "");
    backend.ping(uuid, COUNTS);
    open("?view=hosts");
    assertThat(card("loft"))
        .containsText(
            "Last run just now: 41 checked in 1 second, 2 new, 1 updated. 1 image could not be checked by Diun on loft");
    card("loft").getByRole(AriaRole.IMG).focus();
    press("ArrowLeft");
    assertThat(card("loft").locator(".run"))
        .hasText(
            Pattern.compile(
                ".* [AP]M: 41 checked in 1 second, 2 new, 1 updated, 1 image could not be checked"));
    press("ArrowRight");
    assertThat(card("loft").getByRole(AriaRole.IMG)).isFocused();
    assertThat(card("loft").getByRole(AriaRole.IMG))
        .hasAttribute("aria-label", Pattern.compile("1 run since .*, 1 with errors"));
    open();
    assertThat(alarms()).hasText("1 image could not be checked by Diun on loft. Look into it");
    link("Look into it").click();
    lookInto("loft");
    button("Stop watching Diun on loft").click();
    dialogButton("Stop watching").click();
    assertThat(toast()).hasText("Diun on loft is no longer watched");
    assertThat(button("Watch Diun on loft")).isVisible();
    hasFocus();
  }

  @Test
  void aHostThatIsWatchedIsKnownToBeSilent() {
    backend.receive(POSTGRES);
    var silent = SampleViews.hosts(host("nas", null, 50, 14, 203, null));
    answer("api/v1/hosts", silent);
    open();
    assertThat(alarms().first())
        .hasText(
            "nas has been silent for 2 days. It usually checks every 6 hours, so its updates may be missing here. Look into it");
    link("Look into it").first().click();
    assertThat(card("nas"))
        .containsText("Silent Last report from nas: 2d ago, usually every 6 hours");
    assertThat(card("nas"))
        .containsText(
            "Last run 2d ago: 31 checked in 41 seconds, 2 new, 1 updated. Diun last stopped");
    newWindow(new Browser.NewContextOptions().setLocale("de-DE"));
    answer("api/v1/hosts", silent);
    open();
    page.getByLabel("Warnungen").waitFor();
    assertThat(page.locator(".alarms p"))
        .hasText(
            new String[] {
              "nas ist überfällig: 2 Tage ohne Lauf. Sonst prüft Diun dort alle 6 Stunden; hier können Updates fehlen. Ansehen",
              "1 Image konnte Diun auf nas nicht prüfen. Ansehen"
            });
  }

  @Test
  void hostsAreRowsThatAreSearchedByName() {
    answer(
        "api/v1/hosts",
        SampleViews.hosts(
            host("edge", null, 4, 9, 118, null),
            host("k3s", null, 50, 14, 203, null),
            host("nas", "Basement", 2, 31, 412, null)));
    page.setViewportSize(1280, 800);
    open("?view=hosts");
    assertThat(page.locator(".host-card h2")).hasText(new String[] {"k3s", "Basement", "edge"});
    assertThat(page.locator(".host-card").last().boundingBox().height).isLessThan(90);
    open("?view=hosts&q=base");
    assertThat(page.locator(".host-card h2")).hasText("Basement");
  }

  @Test
  void aTestNotificationIsShown() {
    backend.receive(POSTGRES);
    open();
    awaitTrue("document.querySelector('.status').textContent === 'Live'");
    backend.receiveTestFrom("nas");
    assertThat(toast()).hasText("Test received from nas");
    press("g", "h");
    assertThat(card("nas")).containsText("Last test just now");
  }

  @Test
  void aHostIsAdded() {
    backend.receive(POSTGRES);
    open("?view=hosts");
    button("Add a host").click();
    assertThat(dialog()).containsText("Waiting for the first notification…");
    dialog().getByLabel("Where can Diun reach this server?").fill("http://nas.lan:8080/webhook");
    button("Compose").click();
    assertThat(dialog().getByRole(AriaRole.REGION).first())
        .containsText("- \"DIUN_NOTIF_WEBHOOK_ENDPOINT=http://nas.lan:8080/webhook\"");
    backend.receiveTestFrom("porch");
    assertThat(dialog().getByRole(AriaRole.STATUS)).containsText("porch just now");
  }

  @Test
  void theTextsAreTranslatedToGerman() {
    newWindow(new Browser.NewContextOptions().setLocale("de-DE"));
    backend.receiveOn("dachboden", POSTGRES);
    backend.acknowledgeOn("dachbodn");
    open("?view=hosts");
    assertThat(heading("Unbekannte Hosts")).isVisible();
    assertThat(main().locator(".unknown-hosts"))
        .containsText(
            "Ein Skript fragt nach „dachbodn“, aber dieser Host hat sich nie gemeldet. Ist „dachboden“ gemeint?");
    assertThat(button("Ausblenden: dachbodn")).isVisible();
    card("dachboden").locator("summary").click();
    button("dachboden entfernen").click();
    assertThat(dialog())
        .containsText(
            "dachboden und 1 Image darauf werden entfernt. Images auf anderen Hosts bleiben. Was Diun wieder meldet, erscheint als neu.");
    dialogButton("Entfernen").click();
    assertThat(toast()).hasText("dachboden entfernt");
    assertThat(card("dachboden")).hasCount(0);
  }

  @Test
  void theAlarmOfAHostIsMutedUndoneAndUnmuted() {
    backend.receiveOn("pantry", REDIS);
    open("?view=hosts");
    lookInto("pantry");
    button("Mute the alarm of pantry until…").click();
    assertThat(dialog().getByRole(AriaRole.BUTTON))
        .hasText(
            new Pattern[] {
              Pattern.compile("^$"),
              Pattern.compile("^Tomorrow .*"),
              Pattern.compile("^Next week Mon.*"),
              Pattern.compile("^In a month .*"),
              Pattern.compile("^Mute$")
            });
    dialog().getByText("Tomorrow").click();
    assertThat(toast()).hasText("Alarm of pantry muted");
    var muted = Pattern.compile("Alarm muted until \\w{3}, \\w{3} \\d+, 08:00\\sAM\\s+Unmute");
    assertThat(card("pantry")).containsText(muted);
    assertThat(button("Mute the alarm of pantry until…")).isFocused();
    button("Undo").click();
    assertThat(toast()).hasText("Action undone");
    assertThat(card("pantry")).not().containsText("Alarm muted");
    button("Mute the alarm of pantry until…").click();
    dialog().getByText("Next week").click();
    button("Unmute the alarm of pantry").click();
    assertThat(toast()).hasText("Alarm of pantry unmuted");
    assertThat(card("pantry")).not().containsText("Alarm muted");
    assertThat(card("pantry").locator("summary")).isFocused();
  }

  @Test
  void aMutedHostIsNoAlarm() {
    var silent = host("k3s", null, 50, 14, 203, null);
    var muted = Json.createObjectBuilder(silent).add("alarm_muted_until", "next-report").build();
    answer("api/v1/hosts", SampleViews.hosts(muted));
    backend.receiveOn("k3s", REDIS);
    open();
    assertThat(alarms()).hasCount(0);
    assertThat(page.locator("nav.side .alarm")).hasCount(0);
    press("g", "h");
    assertThat(card("k3s"))
        .containsText(
            "Probably silent Last report from k3s: 2d ago, usually every 6 hours Alarm muted until it reports again Unmute");
    lookInto("k3s");
    button("Mute the alarm of k3s until…").click();
    assertThat(dialog()).containsText("When it reports again");
  }

  private void hasFocus() {
    assertThat(page.evaluate("document.activeElement === document.body")).isEqualTo(false);
  }

  private Locator dialogButton(String name) {
    return dialog()
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }

  private Locator unknown() {
    return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Unknown hosts"))
        .getByRole(AriaRole.LISTITEM);
  }

  private Locator card(String name) {
    var named = new Page.GetByRoleOptions().setName(name).setExact(true);
    return page.locator(".host-card")
        .filter(new Locator.FilterOptions().setHas(page.getByRole(AriaRole.HEADING, named)));
  }
}
