package diundashboard.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What people come for: an inbox of three hosts is emptied, with keys alone and with a finger
 * alone.
 */
class TriageIT extends PageTest {

  private static final int UPDATES = 60;

  @BeforeEach
  void threeHostsHaveReported() {
    for (var i = 0; i < UPDATES; i++) {
      backend.receiveOn(List.of("nas", "vps", "edge").get(i % 3), image(i));
    }
  }

  @Test
  void keysAloneEmptyTheInbox() {
    open();
    assertThat(page).hasTitle("(60) Diun Dashboard");
    press("j", "x");
    for (var i = 1; i < 10; i++) press("j", "x");
    assertThat(selected()).containsText("10 selected");
    press("t");
    assertThat(heading("Tag 10 updates")).isVisible();
    press("Tab");
    page.keyboard().type("apps");
    press("Enter");
    assertThat(toast()).hasText("10 tagged apps.");
    hasGroups("Untagged", "apps");
    assertThat(group("apps").locator(".update")).hasCount(10);

    for (var i = 0; i < 3; i++) {
      press("h");
      assertThat(button("A day")).isFocused();
      press("Enter");
      assertThat(page).hasTitle("(" + (UPDATES - 1 - i) + ") Diun Dashboard");
    }
    press("e", "e", "u", "u");
    assertThat(page).hasTitle("(57) Diun Dashboard");
    assertThat(toast()).hasText("Undone.");

    press("/");
    page.keyboard().type("host:vps");
    press("Enter");
    assertThat(page.locator(".update")).hasCount(19);
    press("Escape", "j");
    assertThat(page.locator(".update")).hasCount(57);
    for (var i = 0; i < 57; i++) press("e");
    assertThat(heading("All done")).isVisible();
    press("u");
    assertThat(page.locator(".update")).hasCount(1);
  }

  @Test
  void aFingerAloneEmptiesTheInbox() {
    newWindow(Look.PHONE.window());
    open();
    for (var i = 0; i < 10; i++) row("app-%02d".formatted(i)).locator(".check").tap();
    assertThat(selected()).containsText("10 selected");
    selected().getByText("Tag", exactly()).tap();
    page.getByLabel("Name of the new tag").fill("apps");
    button("Create and tag").tap();
    assertThat(group("apps").locator(".update")).hasCount(10);
    row("app-20").locator(".check").tap();
    selected().getByText("Snooze", exactly()).tap();
    button("A week").tap();
    assertThat(toast()).hasText("1 snoozed.");
    button("Done with app-30").tap();
    assertThat(toast()).hasText("1 done.");
    button("Undo").tap();
    assertThat(toast()).hasText("Undone.");
    button("Done with all 59").tap();
    assertThat(heading("All done")).isVisible();
  }

  private Locator selected() {
    return page.getByLabel("Selected updates");
  }

  private static String image(int i) {
    return "docker.io/acme/app-%02d:1".formatted(i);
  }
}
