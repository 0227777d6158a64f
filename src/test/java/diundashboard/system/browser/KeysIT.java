package diundashboard.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeysIT extends PageTest {

  @BeforeEach
  void openThree() {
    backend.receive(POSTGRES, REDIS, SONARR);
    open();
  }

  @Test
  void markingAsDoneMovesToTheNextRow() {
    press("j");
    assertThat(opener("sonarr")).isFocused();
    press("e");
    assertThat(opener("redis")).isFocused();
    press("e", "e");
    assertThat(page.getByRole(AriaRole.HEADING).getByText("All caught up")).isVisible();
  }

  @Test
  void selectedUpdatesAreMarkedAsDoneTogether() {
    press("j", "x", "j", "j", "x");
    assertThat(page.getByText("2 selected")).isVisible();
    press("e");
    shows(REDIS);
    assertThat(page.getByLabel("Selected updates")).hasCount(0);
  }

  @Test
  void escapeClearsTheSelectionBeforeTheSearch() {
    search().fill("nas");
    press("Enter");
    assertThat(search()).not().isFocused(); // once the results are loaded
    press("a");
    assertThat(page.getByText("3 selected")).isVisible();
    press("Escape");
    assertThat(page.getByText("3 selected")).hasCount(0);
    assertThat(search()).hasValue("nas");
    press("Escape");
    assertThat(search()).hasValue("");
  }

  @Test
  void shortcutsAreIgnoredWhileTyping() {
    press("/");
    page.keyboard().type("jxe");
    assertThat(search()).hasValue("jxe");
    press("Escape");
    assertThat(search()).hasValue("");
    shows(SONARR, REDIS, POSTGRES);
  }

  @Test
  void onlyOneRowIsInTheTabOrder() {
    press("j", "j", "Tab");
    assertThat(row("redis").getByRole(AriaRole.CHECKBOX)).isFocused();
    press("Tab", "Tab", "Tab");
    assertThat(button("Mark redis as done")).isFocused();
    press("Enter");
    assertThat(opener("postgres")).isFocused();
    shows(SONARR, POSTGRES);
  }

  @Test
  void shortcutsCanBeDisabled() {
    press("?");
    assertThat(dialog().getByRole(AriaRole.HEADING).first()).hasText("Help");
    dialog().getByLabel("Enable keyboard shortcuts").uncheck();
    press("Escape");
    press("j", "e", "?");
    assertThat(dialog()).hasCount(0);
    page.reload();
    shows(SONARR, REDIS, POSTGRES);
    press("?");
    assertThat(dialog()).hasCount(0);
  }

  @Test
  void keysWithAModifierAreIgnored() {
    press("j", "Control+x", "Alt+x", "Meta+x");
    assertThat(row("sonarr").getByRole(AriaRole.CHECKBOX)).not().isChecked();
    press("x");
    assertThat(row("sonarr").getByRole(AriaRole.CHECKBOX)).isChecked();
  }

  @Test
  void keysOpenTheReleaseNotesAndTheNoteOfARow() {
    press("j", " ");
    assertThat(row("sonarr").getByRole(AriaRole.CHECKBOX)).isChecked();
    page.context().route("https://github.com/**", route -> route.fulfill());
    var notes = page.waitForPopup(() -> press("r"));
    assertThat(notes).hasURL("https://github.com/linuxserver/docker-sonarr/releases");
    press("j", "r");
    assertThat(toast()).hasText("No release notes known");
    press("n");
    assertThat(page.getByLabel("Note")).isFocused();
    assertThat(page.getByLabel("Note")).hasValue("");
  }

  @Test
  void keySequencesOpenTheViews() {
    press("g", "h");
    assertThat(main()).containsText("Last report from nas:");
    press("g", "i");
    assertThat(heading("Are we keeping up?")).isVisible();
    press("g", "d");
    assertThat(heading("Done")).isVisible();
    press("g", "p");
    shows(SONARR, REDIS, POSTGRES);
  }

  @Test
  void keysOfRowsDoNothingInOtherViews() {
    press("j", "a");
    assertThat(page.getByText("3 selected")).isVisible();
    for (var view : List.of("h", "d", "i")) {
      press("g", view);
      assertThat(page.locator(".update")).hasCount(0);
      press("j", "x", "a", "e", "h", "t", "Enter", "Escape");
      assertThat(dialog()).hasCount(0);
      assertThat(toast()).isEmpty();
    }
    press("g", "p");
    shows(SONARR, REDIS, POSTGRES);
    assertThat(page.getByText("3 selected")).isVisible();
    press("Escape", "e");
    shows(REDIS, POSTGRES);
  }

  @Test
  void theArrowKeysReachEveryRow() {
    opener("sonarr").focus();
    press("ArrowDown", "ArrowDown");
    assertThat(opener("postgres")).isFocused();
    press("ArrowUp");
    assertThat(opener("redis")).isFocused();
  }

  @Test
  void keysOpenATabAndTheSnoozedUpdatesAndChangeTheDensity() {
    press("j");
    var tab = page.waitForPopup(() -> press("o"));
    assertThat(tab.locator("#details-title")).hasText("sonarr");
    press("d");
    assertThat(page.locator("html")).hasAttribute("data-density", "compact");
    press("d", "g", "s");
    assertThat(page.locator("html")).hasAttribute("data-density", "comfortable");
    assertThat(search()).hasValue("is:snoozed");
  }

  @Test
  void keysWorkOnAKeyboardWithCyrillicLetters() {
    press("j");
    page.evaluate(
        "document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'ч', code: 'KeyX', bubbles: true }))");
    assertThat(row("sonarr").getByRole(AriaRole.CHECKBOX)).isChecked();
    page.evaluate(
        "document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'О', code: 'KeyJ', shiftKey: true, bubbles: true }))");
    assertThat(opener("sonarr")).isFocused();
  }
}
