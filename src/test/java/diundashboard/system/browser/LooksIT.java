package diundashboard.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LooksIT extends PageTest {

  private static final List<String> WCAG =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void theListIsAccessible(ColorScheme scheme) {
    openFilled(scheme);
    press("j", "x", "j");
    isAccessible();
    search().fill("no such thing");
    isAccessible();
  }

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void theDialogsAreAccessible(ColorScheme scheme) {
    openFilled(scheme);
    press("j", "t");
    isAccessible();
    press("Escape", "?");
    isAccessible();
    press("Escape");
    button("Delete tag media").click();
    isAccessible();
  }

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void theDropBarIsAccessible(ColorScheme scheme) {
    openFilled(scheme);
    row("traefik").hover();
    page.mouse().down();
    page.mouse().move(640, 600, new Mouse.MoveOptions().setSteps(5));
    page.getByLabel("Drop here to tag").waitFor();
    isAccessible();
  }

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void theWelcomeIsAccessible(ColorScheme scheme) {
    newWindow(new Browser.NewContextOptions().setColorScheme(scheme));
    answer("api/updates", "{}");
    open();
    isAccessible();
  }

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void theListOfAServerThatIsAwayIsAccessible(ColorScheme scheme) {
    expectFailedRequests();
    openFilled(scheme);
    page.route("**/api/**", route -> route.abort());
    page.getByText("The server does not answer.").waitFor();
    isAccessible();
  }

  @Test
  void aPhoneShowsAllWithoutScrollingSideways() {
    newWindow(phone(320));
    fill();
    open();
    row("postgres").getByRole(AriaRole.CHECKBOX).check();
    assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth")).isEqualTo(0);
    assertThat(page.locator("button:visible, select, .check, .update a, input[type=search]").all())
        .extracting(control -> control.getAttribute("class") + " " + control.boundingBox().height)
        .allMatch(size -> Double.parseDouble(size.replaceFirst(".* ", "")) >= 44);
  }

  @Test
  void theChosenThemeIsRemembered() {
    openFilled(ColorScheme.LIGHT);
    assertThat(page.locator("body")).hasCSS("background-color", "rgb(245, 246, 248)");
    button("Theme: auto").click();
    button("Theme: light").click();
    assertThat(page.locator("body")).hasCSS("background-color", "rgb(14, 17, 21)");
    page.reload();
    assertThat(button("Theme: dark")).isVisible();
    assertThat(page.locator("body")).hasCSS("background-color", "rgb(14, 17, 21)");
  }

  /** Draws the picture of the README anew: {@code mvn verify -Dit.test=LooksIT -Dscreenshots}. */
  @Test
  @EnabledIfSystemProperty(named = "screenshots", matches = ".*")
  void theReadmeShowsThePage() {
    openFilled(ColorScheme.LIGHT);
    press("j", "j", "x");
    isAtRest();
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("docs/screenshot.png")));
  }

  private void openFilled(ColorScheme scheme) {
    newWindow(new Browser.NewContextOptions().setColorScheme(scheme));
    fill();
    open();
  }

  private void fill() {
    answer("api/updates", Samples.updates());
    answer("api/tags", Samples.tags());
  }

  private static Browser.NewContextOptions phone(int width) {
    return new Browser.NewContextOptions()
        .setViewportSize(width, 700)
        .setHasTouch(true)
        .setIsMobile(true);
  }

  private void isAccessible() {
    isAtRest();
    assertThat(new AxeBuilder(page).withTags(WCAG).analyze().getViolations())
        .extracting(rule -> rule.getId() + " " + rule.getNodes().get(0).getHtml())
        .isEmpty();
  }

  /** Colours only count when they no longer change. */
  private void isAtRest() {
    page.evaluate("Promise.allSettled(document.getAnimations().map(each => each.finished))");
  }
}
