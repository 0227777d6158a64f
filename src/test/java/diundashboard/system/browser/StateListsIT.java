package diundashboard.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lists of snoozed, muted and done updates, with actions that fit the state. */
class StateListsIT extends PageTest {

  private static final String UNTIL_NEXT_DIGEST = ",\"until\":\"next-digest\"";

  @BeforeEach
  void receiveFour() {
    backend.receive(POSTGRES, REDIS, SONARR, TRAEFIK);
  }

  @Test
  void theListsOfSnoozedAndMutedUpdatesAreReachableFromTheInbox() {
    open();
    assertThat(lists()).hasText(new String[] {"Pending 4"});
    perform("snoozes", UNTIL_NEXT_DIGEST, POSTGRES, REDIS);
    assertThat(lists()).hasText(new String[] {"Pending 2", "Snoozed 2"});
    perform("mutes", "", SONARR);
    assertThat(lists()).hasText(new String[] {"Pending 1", "Snoozed 2", "Muted 1"});
    entry("Snoozed").click();
    shows(REDIS, POSTGRES);
    assertThat(entry("Snoozed")).hasAttribute("aria-current", "page");
    assertThat(page).hasURL(Site.uri() + "?q=is%3Asnoozed");
    assertThat(row("redis")).containsText("Snoozed until the next digest");
    entry("Muted").click();
    shows(SONARR);
    assertThat(row("sonarr")).containsText("Muted");
    entry("Pending").click();
    shows(TRAEFIK);
    assertThat(lists()).hasText(new String[] {"Pending 1", "Snoozed 2", "Muted 1"});
  }

  /** An image that is pending on one host and snoozed on another is in both lists. */
  @Test
  void partlySnoozedImagesAreCounted() {
    backend.receiveOn("vps", REDIS);
    backend.perform(
        "snoozes",
        "{\"images\":[\"%s\"],\"host\":\"vps\",\"until\":\"next-digest\"}".formatted(REDIS));
    open();
    assertThat(lists()).hasText(new String[] {"Pending 4", "Snoozed 1"});
    entry("Snoozed").click();
    assertThat(row("redis on vps")).containsText("Snoozed until the next digest");
    awaitChanges(1, () -> button("End snooze of redis on vps").click());
    movePointerAway();
    assertThat(page.getByText("No snoozed updates")).isVisible();
    assertThat(lists()).hasText(new String[] {"Pending 4", "Snoozed 0"});
    button("Clear search").click();
    assertThat(lists()).hasText(new String[] {"Pending 4"});
  }

  @Test
  void theListsAreInGerman() {
    newWindow(new Browser.NewContextOptions().setLocale("de-DE"));
    perform("snoozes", UNTIL_NEXT_DIGEST, POSTGRES);
    perform("mutes", "", SONARR);
    open("?q=is:snoozed");
    assertThat(lists()).hasText(new String[] {"Offen 2", "Zurückgestellt 1", "Stummgeschaltet 1"});
    awaitChanges(1, () -> button("Zurückstellung von postgres beenden").click());
    assertThat(toast()).hasText("Zurückstellung von 1 Update beendet");
    movePointerAway();
    assertThat(page.getByText("Keine zurückgestellten Updates")).isVisible();
  }

  /** The action, the list, the button of a row, the key, and the toast. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "acknowledgements|is:done|Reopen postgres|e|1 update reopened",
        "snoozes|is:snoozed|End snooze of postgres|h|Snooze of 1 update ended",
        "mutes|is:muted|Unmute postgres|m|1 update unmuted",
      })
  void aRowOffersTheActionThatFits(
      String action, String list, String button, String key, String toast) {
    perform(action, action.equals("snoozes") ? UNTIL_NEXT_DIGEST : "", POSTGRES);
    open("?q=" + POSTGRES + " " + list);
    shows(POSTGRES);
    assertThat(row("postgres").getByRole(AriaRole.BUTTON)).hasCount(2); // tag and the action
    awaitChanges(1, () -> button(button).click());
    assertThat(toast()).hasText(toast);
    movePointerAway();
    assertThat(heading("No results")).isVisible();
    awaitChanges(1, () -> button("Undo").click());
    shows(POSTGRES);
    for (var one : List.of(key, "e")) {
      press("j");
      awaitChanges(1, () -> press(one));
      assertThat(heading("No results")).isVisible();
      awaitChanges(1, () -> press("u"));
      shows(POSTGRES);
    }
  }

  @Test
  void keysThatDoNotFitDoNothing() {
    perform("acknowledgements", "", POSTGRES, REDIS, SONARR, TRAEFIK);
    open("?q=" + POSTGRES + " is:done");
    shows(POSTGRES);
    press("j", "h");
    assertThat(dialog()).hasCount(0);
    assertThat(toast()).isEmpty();
    shows(POSTGRES);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "acknowledgements|is:done|Reopen|Reopen,Tag,Mute,Forget|2 updates reopened",
        "snoozes|is:snoozed|End snooze|End snooze,Tag,Mute,Forget|Snooze of 2 updates ended",
        "mutes|is:muted|Unmute|Unmute,Tag,Forget|2 updates unmuted",
      })
  void theSelectionBarOffersTheActionsThatFit(
      String action, String list, String button, String offered, String toast) {
    perform(action, action.equals("snoozes") ? UNTIL_NEXT_DIGEST : "", POSTGRES, REDIS);
    backend.tag("mine", POSTGRES, REDIS);
    open("?q=tag:mine " + list);
    shows(REDIS, POSTGRES);
    press("j", "x");
    assertThat(bar().getByRole(AriaRole.BUTTON))
        .hasText((offered + ",Copy commands,Select all 2,Clear").split(","));
    button("Select all 2").click();
    awaitChanges(1, () -> bar().getByText(button, exactly()).click());
    assertThat(toast()).hasText(toast);
    open();
    shows(REDIS, POSTGRES, TRAEFIK, SONARR);
  }

  /** A search for all states but one finds rows of several states. */
  @Test
  void aMixedSelectionOffersTheActionsOfAllItsRows() {
    perform("snoozes", UNTIL_NEXT_DIGEST, POSTGRES);
    perform("acknowledgements", "", TRAEFIK, SONARR);
    open("?q=-is:done -is:muted");
    shows(REDIS, POSTGRES);
    row("redis").getByRole(AriaRole.CHECKBOX).check();
    row("postgres").getByRole(AriaRole.CHECKBOX).check();
    assertThat(bar().getByRole(AriaRole.BUTTON))
        .hasText(
            new String[] {
              "Mark as done",
              "Snooze",
              "End snooze",
              "Tag",
              "Mute",
              "Forget",
              "Copy commands",
              "Clear"
            });
    awaitChanges(1, () -> bar().getByText("End snooze", exactly()).click());
    assertThat(toast()).hasText("Snooze of 1 update ended");
    assertThat(row("postgres")).not().containsText("Snoozed");
    shows(REDIS, POSTGRES);
  }

  @Test
  void allUpdatesOfAListAreChangedAtOnce() {
    perform("snoozes", UNTIL_NEXT_DIGEST, POSTGRES, REDIS);
    backend.tag("databases", POSTGRES);
    open("?q=is:snoozed");
    groupBox("databases").check();
    awaitChanges(1, () -> bar().getByText("End snooze", exactly()).click());
    movePointerAway();
    shows(REDIS);
    groupBox("Untagged").check();
    awaitChanges(1, () -> bar().getByText("End snooze", exactly()).click());
    movePointerAway();
    assertThat(heading("No results")).isVisible();
    awaitChanges(2, () -> press("u", "u"));
    shows(POSTGRES, REDIS);
    perform("mutes", "", SONARR);
    entry("Muted").click();
    groupBox("Untagged").check();
    awaitChanges(1, () -> bar().getByText("Unmute", exactly()).click());
    open();
    shows(TRAEFIK, SONARR);
  }

  @Test
  void resultsThatAreNotLoadedAreReopenedToo() {
    var all =
        IntStream.range(0, 20).mapToObj(i -> "docker.io/acme/app-%02d:1".formatted(i)).toList();
    var answer = Samples.page(all, "next", 900);
    answer("api/v1/images", answer.replace("\"state\":\"pending\"", "\"state\":\"acknowledged\""));
    page.route("**cursor=next**", route -> {});
    open("?q=is:done");
    press("j", "x");
    button("Select all 900").click();
    var request =
        page.waitForRequest(
            "**/api/v1/reopenings", () -> bar().getByText("Reopen", exactly()).click());
    assertThat(request.postData()).isEqualTo("{\"filter\":\"is:done\"}");
    assertThat(toast()).hasText("900 updates reopened");
  }

  private void perform(String action, String members, String... images) {
    backend.perform(
        action, "{\"images\":[\"%s\"]%s}".formatted(String.join("\",\"", images), members));
  }
}
