package diundashboard.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
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
  @EnumSource
  void theListIsAccessible(Look look) {
    openFilled(look);
    press("j", "x", "j", "Enter");
    page.locator(".history").waitFor();
    isAccessible();
    search().fill("no such thing");
    isAccessible();
  }

  @ParameterizedTest
  @EnumSource
  void theDialogsAreAccessible(Look look) {
    openFilled(look);
    press("j", "t");
    dialogIsAccessible();
    press("h");
    dialogIsAccessible();
    press("?");
    dialogIsAccessible();
    button("Menu").click();
    isAccessible();
    button("Tags").click();
    page.getByRole(AriaRole.DIALOG).waitFor();
    isAccessible();
    button("Edit tag media").last().click();
    assertThat(heading("Edit tag media")).isVisible();
    isAccessible();
    button("Delete").click();
    assertThat(heading("Delete tag media?")).isVisible();
    isAccessible();
  }

  @ParameterizedTest
  @EnumSource
  void theOtherViewsAreAccessible(Look look) {
    openFilled(look, "?view=done");
    assertThat(heading("What was done")).isVisible();
    isAccessible();
    press("g", "i");
    page.getByText("Arrivals per week, as a table").click();
    isAccessible();
    press("g", "h");
    button("Rename Basement").click();
    dialogIsAccessible();
    button("Merge Basement").click();
    dialogIsAccessible();
    isAccessible();
  }

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void theDropBarIsAccessible(Look look) {
    openFilled(look);
    row("traefik").hover();
    page.mouse().down();
    page.mouse().move(640, 600, new Mouse.MoveOptions().setSteps(5));
    page.getByLabel("Drop here to tag").waitFor();
    isAccessible();
  }

  @ParameterizedTest
  @EnumSource
  void theWelcomeIsAccessible(Look look) {
    newWindow(look.window());
    answer("api/v1/images", Samples.page(List.of(), null));
    open();
    isAccessible();
  }

  @ParameterizedTest
  @EnumSource
  void theListOfAServerThatIsAwayIsAccessible(Look look) {
    expectFailedRequests();
    openFilled(look);
    page.route("**/api/**", route -> route.abort());
    page.evaluate("dispatchEvent(new Event('online'))");
    page.getByText("The server does not answer.").waitFor();
    isAccessible();
  }

  @Test
  void aPhoneShowsAllWithoutScrollingSideways() {
    newWindow(Look.PHONE.window().setViewportSize(320, 700));
    Samples.fill(this);
    open();
    row("postgres").getByRole(AriaRole.CHECKBOX).check();
    fitsAPhone();
    button("Clear").click();
    button("Details of postgres").click();
    page.locator(".history").waitFor();
    fitsAPhone();
    for (var view : List.of("done", "insights", "hosts")) {
      open("?view=" + view);
      heading("").first().waitFor();
      fitsAPhone();
    }
  }

  @Test
  void coloursForcedByTheSystemLeaveAllToBeSeen() {
    newWindow(
        new Browser.NewContextOptions()
            .setForcedColors(com.microsoft.playwright.options.ForcedColors.ACTIVE));
    Samples.fill(this);
    open();
    press("j", "x");
    assertThat(row("diun")).hasCSS("outline-style", "solid");
  }

  @Test
  void nothingMovesForWhoWantsItSo() {
    newWindow(
        new Browser.NewContextOptions()
            .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE));
    backend.receive(POSTGRES);
    open();
    backend.receive(REDIS);
    assertThat(row("redis")).hasClass(java.util.regex.Pattern.compile("arrived"));
    assertThat(row("redis")).hasCSS("animation-name", "none");
  }

  @Test
  void paperShowsTheListOnly() {
    openFilled(Look.LIGHT);
    page.emulateMedia(
        new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
    assertThat(page.locator(".image").getByText("diun", exactly())).isVisible();
    assertThat(page.getByRole(AriaRole.SEARCHBOX)).isHidden();
    assertThat(button("Done with diun")).isHidden();
  }

  /**
   * Draws the pictures of the documentation anew: {@code mvn verify -Dit.test=LooksIT
   * -Dscreenshots}.
   */
  @Test
  @EnabledIfSystemProperty(named = "screenshots", matches = ".*")
  void theDocumentationShowsThePage() {
    for (var look : Look.values()) {
      openFilled(look);
      if (look == Look.LIGHT) press("j", "j", "x", "j", "j", "j", "x");
      picture(
          look == Look.LIGHT
              ? "screenshot"
              : "screenshot-" + look.name().toLowerCase(java.util.Locale.ROOT));
    }
    openFilled(Look.LIGHT, "?view=insights");
    heading("Arrivals per week").waitFor();
    picture("screenshot-insights");
    openFilled(Look.DARK, "?view=hosts");
    heading("Basement").waitFor();
    picture("screenshot-hosts");
    openFilled(Look.LIGHT);
    press("j", "j", "j", "j", "j", "Enter");
    page.locator(".history").waitFor();
    picture("screenshot-details");
    newWindow(Look.LIGHT.window());
    answer("api/v1/images", Samples.page(List.of(), null));
    answer("api/v1/notifications/tests", "[]");
    open();
    picture("screenshot-first-run");
  }

  private void picture(String name) {
    isAtRest();
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("docs/" + name + ".png")));
  }

  private void openFilled(Look look) {
    openFilled(look, "");
  }

  private void openFilled(Look look, String query) {
    newWindow(look.window());
    Samples.fill(this);
    open(query);
  }

  /** How one may look at the page. */
  enum Look {
    LIGHT,
    DARK,
    PHONE;

    Browser.NewContextOptions window() {
      var window =
          new Browser.NewContextOptions()
              .setColorScheme(this == DARK ? ColorScheme.DARK : ColorScheme.LIGHT);
      return this == PHONE
          ? window.setViewportSize(390, 800).setHasTouch(true).setIsMobile(true)
          : window;
    }
  }

  private void fitsAPhone() {
    assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth")).isEqualTo(0);
    assertThat(
            page.locator("button:visible, select, .check, .update a, input[type=search], summary")
                .all())
        .extracting(control -> control.getAttribute("class") + " " + control.boundingBox().height)
        .allMatch(size -> Double.parseDouble(size.replaceFirst(".* ", "")) >= 44);
  }

  private static Locator.GetByTextOptions exactly() {
    return new Locator.GetByTextOptions().setExact(true);
  }

  private void dialogIsAccessible() {
    page.getByRole(AriaRole.DIALOG).waitFor();
    isAccessible();
    press("Escape");
    assertThat(dialog()).hasCount(0);
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
