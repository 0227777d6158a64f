package diundashboard.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The side bar, the bottom bar of narrow screens, and the titles of the views. */
class FrameIT extends PageTest {

  @ParameterizedTest
  @CsvSource({"d,Done", "i,Insights", "h,Hosts", "p,Pending"})
  void aViewHasATitleThatGetsTheFocus(String key, String title) {
    backend.receive(POSTGRES);
    open(key.equals("p") ? "?view=done" : "");
    press("g", key);
    assertThat(page).hasTitle("(1) " + title + " – DiunDashboard");
    assertThat(page.getByRole(AriaRole.HEADING, level(1))).hasText(title);
    assertThat(page.getByRole(AriaRole.HEADING, level(1))).isFocused();
    assertThat(entry(title)).hasAttribute("aria-current", "page");
  }

  @Test
  void theHostsShowWhatIsPendingThere() {
    backend.receiveOn("frame-a", POSTGRES, REDIS);
    backend.receiveOn("frame-b", REDIS);
    open();
    assertThat(entry("frame-a")).hasText("frame-a 2");
    entry("frame-b").click();
    shows(REDIS);
    assertThat(page).hasURL(Site.uri() + "?q=host%3Aframe-b");
    assertThat(entry("frame-b")).hasAttribute("aria-current", "true");
    awaitChanges(1, () -> button("Mark redis on frame-b as done").click());
    assertThat(entry("frame-b")).hasText("frame-b 0");
    entry("Pending").click();
    assertThat(search()).hasValue("");
  }

  @Test
  void theSideBarFoldsAndStaysFolded() {
    backend.receive(POSTGRES);
    open();
    press("[");
    page.reload();
    assertThat(page.locator(".side b").first()).hasCSS("clip-path", "inset(50%)");
    press("[");
    assertThat(page.locator(".side b").first()).hasCSS("clip-path", "none");
  }

  @Test
  void narrowScreensHaveABarBelow() {
    newWindow(new Browser.NewContextOptions().setViewportSize(360, 780));
    backend.receive(POSTGRES, REDIS);
    backend.perform("snoozes", "{\"images\":[\"" + REDIS + "\"],\"until\":\"next-digest\"}");
    open();
    assertThat(page.locator(".side")).isHidden();
    assertThat(tab("Pending")).hasText("Pending 1");
    tab("Hosts").click();
    assertThat(page).hasTitle("(1) Hosts – DiunDashboard");
    button("More").click();
    page.locator("#menu").getByText("Snoozed").click();
    assertThat(page.getByRole(AriaRole.HEADING, level(1))).hasText("Snoozed");
    shows(REDIS);
  }

  @Test
  void theDetailsHaveABarWithAMenuOnAPhone() {
    newWindow(new Browser.NewContextOptions().setViewportSize(360, 780));
    backend.receive(POSTGRES);
    open();
    opener("postgres").click();
    assertThat(button("Forget postgres")).isHidden();
    button("More actions on postgres").click();
    page.locator("#row-menu").getByText("Hold…").click();
    assertThat(dialog()).isVisible();
    press("Escape");
    assertThat(button("More actions on postgres")).isFocused();
    button("More actions on postgres").click();
    page.locator("#row-menu").getByText("Mute").click();
    shows();
  }

  @Test
  void theListIsReachedWithoutTheFrame() {
    backend.receive(POSTGRES);
    open();
    page.getByText("Skip to the list").focus();
    page.keyboard().press("Enter");
    assertThat(opener("postgres")).isFocused();
  }

  private Locator tab(String name) {
    return page.locator(".tabs")
        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name));
  }

  private static Page.GetByRoleOptions level(int level) {
    return new Page.GetByRoleOptions().setLevel(level);
  }
}
