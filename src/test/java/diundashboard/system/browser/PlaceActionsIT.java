package diundashboard.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import diundashboard.Payloads;
import jakarta.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The details show the state of each occurrence, with actions for this occurrence only. */
class PlaceActionsIT extends PageTest {

  private static final String HAS_FOCUS = "document.activeElement !== document.body";

  /** An image that no other test uses. */
  private final String nginx = "docker.io/library/nginx:" + System.nanoTime();

  @Test
  void eachPlaceShowsItsStateAndOffersTheActionsThatFit() {
    receiveOn("edge", "nas", "pi", "vps");
    performOn("edge", "mutes", "");
    performOn("nas", "acknowledgements", "");
    performOn("pi", "snoozes", ",\"until\":\"next-digest\"");
    openDetails();
    assertThat(summaries())
        .hasText(
            new String[] {
              "edge · proxy Muted",
              "nas · proxy done just now",
              "pi · proxy Snoozed until the next digest",
              "vps · proxy pending, reported just now"
            });
    offers("edge", "Unmute", "Forget");
    offers("nas", "Reopen", "Mute", "Forget");
    offers("pi", "End snooze", "Mark as done", "Mute", "Forget");
    offers("vps", "Mark as done", "Snooze", "Mute", "Forget");
  }

  @Test
  void theStateOfAPlaceIsShownInGerman() {
    newWindow(new Browser.NewContextOptions().setLocale("de-DE"));
    receiveOn("nas", "pi", "vps");
    performOn("nas", "mutes", "");
    performOn("pi", "snoozes", ",\"until\":\"next-digest\"");
    open();
    page.locator(".update > .name").click();
    assertThat(summaries())
        .hasText(
            new String[] {
              "nas · proxy Stummgeschaltet",
              "pi · proxy Zurückgestellt bis zum nächsten Digest",
              "vps · proxy offen, gerade eben gemeldet"
            });
    offers("nas", "Stummschaltung aufheben", "Entfernen");
    offers("pi", "Zurückstellung beenden", "Als erledigt markieren", "Stummschalten", "Entfernen");
    awaitChanges(1, () -> button("Zurückstellung von nginx auf pi · proxy beenden").click());
    assertThat(toast()).hasText("Zurückstellung von nginx auf pi · proxy beendet");
  }

  /** The state before, the button, the toast and the state after an action. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pending|Mark nginx on nas · proxy as done|nginx on nas · proxy marked as done|acknowledged",
        "pending|Mute nginx on nas · proxy|nginx on nas · proxy muted|muted",
        "snoozed|Mark nginx on nas · proxy as done|nginx on nas · proxy marked as done|acknowledged",
        "snoozed|End snooze of nginx on nas · proxy|Snooze of nginx on nas · proxy ended|pending",
        "acknowledged|Reopen nginx on nas · proxy|nginx on nas · proxy reopened|pending",
        "acknowledged|Mute nginx on nas · proxy|nginx on nas · proxy muted|muted",
        "muted|Unmute nginx on nas · proxy|nginx on nas · proxy unmuted|pending",
      })
  void anActionIsForItsPlaceAndCanBeUndone(
      String before, String action, String toast, String after) {
    receiveOn("nas", "vps");
    switch (before) {
      case "snoozed" -> performOn("nas", "snoozes", ",\"until\":\"next-digest\"");
      case "acknowledged" -> performOn("nas", "acknowledgements", "");
      case "muted" -> performOn("nas", "mutes", "");
      default -> {}
    }
    openDetails();
    awaitChanges(1, () -> button(action).click());
    assertThat(toast()).hasText(toast);
    assertThat(states(nginx)).isEqualTo("nas " + after + ", vps pending");
    assertThat(button(action)).hasCount(0);
    awaitTrue(HAS_FOCUS);
    assertThat(place("nas").getByRole(AriaRole.BUTTON).first()).isFocused();
    awaitChanges(1, () -> button("Undo").click());
    assertThat(button(action)).isVisible();
    assertThat(states(nginx)).isEqualTo("nas " + before + ", vps pending");
    awaitTrue(HAS_FOCUS);
  }

  @Test
  void aPlaceIsSnoozed() {
    receiveOn("nas", "vps");
    openDetails();
    button("Snooze nginx on nas · proxy").click();
    assertThat(heading("Snooze nginx on nas · proxy")).isVisible();
    awaitChanges(1, () -> snoozeChoice("When it changes again").click());
    assertThat(toast()).hasText("nginx on nas · proxy snoozed until the next digest");
    assertThat(place("nas")).containsText("Snoozed until the next digest");
    assertThat(button("End snooze of nginx on nas · proxy")).isFocused();
    assertThat(states(nginx)).isEqualTo("nas snoozed, vps pending");
    awaitChanges(1, () -> press("u"));
    assertThat(place("nas")).containsText("pending");
    assertThat(states(nginx)).isEqualTo("nas pending, vps pending");
  }

  @Test
  void aPlaceIsForgottenAndRestored() {
    receiveOn("nas", "vps");
    openDetails();
    awaitChanges(1, () -> button("Forget nginx on nas · proxy").click());
    assertThat(toast()).hasText("nginx (nas · proxy) forgotten");
    assertThat(summaries()).hasText(new String[] {"vps · proxy pending, reported just now"});
    awaitTrue(HAS_FOCUS);
    awaitChanges(1, () -> button("Undo").click());
    assertThat(summaries()).hasCount(2);
    assertThat(states(nginx)).isEqualTo("nas pending, vps pending");
  }

  @Test
  void manyPlacesAreGroupedByHostAndDoneByKeyOneByOne() {
    receiveOn("a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8", "b1");
    openDetails();
    assertThat(heading("Runs in 9 places")).isVisible();
    assertThat(page.locator(".host-places")).hasCount(9);
    assertThat(page.locator(".place:visible")).hasCount(0);
    page.getByLabel("Filter by host or workload").fill("B1");
    assertThat(summaries()).hasText(new String[] {"b1 · proxy pending, reported just now"});
    button("Snooze nginx on b1 · proxy").focus();
    awaitChanges(1, () -> press("e"));
    assertThat(toast()).hasText("nginx on b1 · proxy marked as done");
    assertThat(summaries()).hasText(new String[] {"b1 · proxy done just now"});
    assertThat(button("Reopen nginx on b1 · proxy")).isFocused();
    page.getByLabel("Filter by host or workload").fill("c");
    assertThat(page.locator(".panel")).containsText("No host or workload contains this.");
  }

  @Test
  void theOnlyPlaceIsForgotten() {
    expectFailedRequests(); // the details of a forgotten image
    receiveOn("nas");
    backend.receive(REDIS);
    openDetails();
    offers("nas", "Mark as done", "Snooze");
    awaitChanges(1, () -> button("Forget nginx").click());
    shows(REDIS);
    assertThat(page.locator("#details-title")).hasText("redis");
    awaitTrue(HAS_FOCUS);
    assertThat(states(nginx)).isEqualTo("unknown");
  }

  /** What has been done can be seen, and reopened, until the details are closed. */
  @Test
  void theDetailsStayAfterTheActionOnTheLastPlace() {
    receiveOn("nas");
    backend.receive(REDIS);
    openDetails();
    awaitChanges(1, () -> button("Mark nginx on nas · proxy as done").click());
    shows(REDIS);
    assertThat(page.locator(".last-change")).containsText("Marked as done · just now");
    assertThat(place("nas")).containsText("done just now");
    assertThat(button("Reopen nginx on nas · proxy")).isFocused();
    awaitChanges(1, () -> button("Reopen nginx on nas · proxy").click());
    shows(REDIS, nginx);
    assertThat(page.locator(".last-change")).hasCount(0);
    assertThat(button("Mark nginx on nas · proxy as done")).isFocused();
    awaitChanges(1, () -> press("Enter"));
    shows(REDIS);
  }

  @Test
  void platformAndBuildTimeAreShownWhereHostsDiffer() {
    backend.receiveBody(Payloads.readField("multi-platform-amd64"));
    backend.receiveBody(Payloads.readField("multi-platform-arm"));
    receiveBuilt("nas", "2026-11-18T12:00:00Z");
    receiveBuilt("vps", "2026-11-19T12:00:00Z");
    open();
    opener("syncthing").click();
    assertThat(place("nas-amd")).containsText("linux/amd64");
    assertThat(place("pi-arm")).containsText("linux/arm/v7");
    assertThat(terms()).not().containsText("Platform");
    opener("nginx").click();
    assertThat(place("nas")).containsText("Built: Nov 18, 2026");
    assertThat(place("vps")).containsText("Built: Nov 19, 2026");
    assertThat(place("vps")).not().containsText("linux/amd64");
    assertThat(terms()).containsText("Platformlinux/amd64");
    assertThat(terms()).not().containsText("Built");
  }

  @Test
  void aRejectedActionIsMarkedAtItsPlace() {
    expectFailedRequests();
    receiveOn("nas", "vps");
    open("?group=host");
    refuseOn("mutes", "nas");
    opener("nginx on nas").click();
    button("Mute nginx on nas · proxy").click();
    assertThat(alert()).hasText("Couldn’t change nginx on nas · proxy: The disk is full.");
    assertThat(place("nas")).containsText("Change failed");
    assertThat(place("vps")).not().containsText("Change failed");
    assertThat(row("nginx on nas").locator(".details")).containsText("Change failed");
    assertThat(row("nginx on vps")).not().containsText("Change failed");
  }

  @Test
  void undoIsForThePartOfAnActionThatSucceeded() {
    expectFailedRequests();
    receiveOn("edge", "nas", "vps");
    open("?group=host");
    refuseOn("acknowledgements", "nas");
    press("j", "x", "j", "x", "j", "x");
    awaitChanges(2, () -> press("e"));
    assertThat(alert()).hasText("Couldn’t change nginx on nas: The disk is full.");
    assertThat(toast()).hasText("nginx on edge, vps marked as done");
    hasGroups("nas");
    assertThat(row("nginx on nas")).containsText("Change failed");
    assertThat(states(nginx)).isEqualTo("edge acknowledged, nas pending, vps acknowledged");
    awaitChanges(2, () -> press("u"));
    hasGroups("edge", "nas", "vps");
    assertThat(row("nginx on nas")).containsText("Change failed");
    assertThat(row("nginx on vps")).not().containsText("Change failed");
    assertThat(states(nginx)).isEqualTo("edge pending, nas pending, vps pending");
  }

  /** Rejects an action on a host. */
  private void refuseOn(String action, String host) {
    page.route(
        "**/api/v1/" + action,
        route -> {
          if (route.request().postData().contains("\"host\":\"" + host + "\""))
            refuse(route, "The disk is full.");
          else route.resume();
        });
  }

  private void receiveOn(String... hosts) {
    for (var host : hosts) backend.receiveOn(host, nginx);
  }

  private void receiveBuilt(String host, String time) {
    backend.receive(
        Json.createObjectBuilder(Backend.notification(nginx))
            .add("hostname", host)
            .add("created", time)
            .build());
  }

  private void performOn(String host, String action, String members) {
    backend.perform(
        action, "{\"images\":[\"%s\"],\"host\":\"%s\"%s}".formatted(nginx, host, members));
  }

  private void openDetails() {
    open();
    opener("nginx").click();
  }

  private void offers(String host, String... actions) {
    assertThat(place(host).getByRole(AriaRole.BUTTON)).hasText(actions);
  }

  private Locator place(String host) {
    return page.locator(".place")
        .filter(new Locator.FilterOptions().setHas(page.getByText(host + " · ")));
  }

  private Locator summaries() {
    return page.locator(".place > p");
  }

  /** What the details say of the image. */
  private Locator terms() {
    return page.locator(".panel > dl");
  }

  private Locator alert() {
    return page.getByRole(AriaRole.ALERT);
  }
}
