package diundashboard.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static diundashboard.system.browser.SampleViews.host;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/**
 * Hosts: forgetting a host, and names of hosts that never reported. Each test has hosts of its own.
 */
class HostsPageIT extends PageTest {

  private static final String SCRIPT = "<img src=x onerror=alert(1)>";

  @Test
  void aHostIsForgottenRestoredAndForgottenAgain() {
    backend.receiveOn("attic", REDIS, SONARR);
    backend.receiveOn("attic-2", REDIS);
    open("?view=hosts");
    button("Forget attic").click();
    assertThat(dialog().getByRole(AriaRole.HEADING)).hasText("Forget attic?");
    assertThat(dialog())
        .containsText(
            "This removes attic and 2 images on it. Images on other hosts stay. What Diun reports again comes back as new.");
    assertThat(dialogButton("Cancel")).isFocused();
    awaitChanges(1, () -> dialogButton("Forget").click());
    assertThat(toast()).hasText("attic forgotten");
    assertThat(card("attic")).hasCount(0);
    assertThat(button("Forget attic-2")).isFocused();
    awaitChanges(1, () -> button("Undo").click());
    assertThat(toast()).hasText("Action undone");
    assertThat(card("attic")).containsText("2 images");
    hasFocus();
    button("Forget attic").click();
    awaitChanges(1, () -> dialogButton("Forget").click());
    assertThat(card("attic")).hasCount(0);
    open("?group=host");
    hasGroups("attic-2");
    backend.receiveOn("attic", SONARR);
    open("?group=host");
    hasGroups("attic", "attic-2");
    assertThat(group("attic").locator(".image")).hasText(new String[] {SONARR});
  }

  @Test
  void theLastHostIsForgottenByKeyboard() {
    answer("api/v1/hosts", SampleViews.hosts(host("shed", null, 4, 9, 118, null)));
    backend.receiveOn("shed", REDIS);
    open("?view=hosts");
    button("Forget shed").focus();
    press("Enter");
    assertThat(dialogButton("Cancel")).isFocused();
    answer("api/v1/hosts", "[]");
    press("Tab");
    awaitChanges(1, () -> press("Enter"));
    assertThat(main()).hasText("No hosts yet. A host appears when its Diun sends a notification.");
    hasFocus();
    awaitChanges(1, () -> press("u"));
    assertThat(toast()).hasText("Action undone");
  }

  @Test
  void cancelKeepsTheHost() {
    backend.receiveOn("cellar", REDIS);
    open("?view=hosts");
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
    button("k3s is silent: last report 2d ago").click();
    button("Forget k3s").click();
    answer("api/v1/hosts", "[]");
    awaitChanges(1, () -> dialogButton("Forget").click());
    press("g", "p");
    assertThat(button("k3s is silent: last report 2d ago")).hasCount(0);
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
    button("dachboden entfernen").click();
    assertThat(dialog())
        .containsText(
            "dachboden und 1 Image darauf werden entfernt. Images auf anderen Hosts bleiben. Was Diun wieder meldet, erscheint als neu.");
    dialogButton("Entfernen").click();
    assertThat(toast()).hasText("dachboden entfernt");
    assertThat(card("dachboden")).hasCount(0);
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
