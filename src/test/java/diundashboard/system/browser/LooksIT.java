package diundashboard.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The page on a phone, on paper, in forced colours, without motion, and in the documentation. */
class LooksIT extends PageTest {

  @Test
  void aPhoneShowsThePageWithoutHorizontalScrolling() {
    newWindow(Look.PHONE.window().setViewportSize(320, 700));
    Samples.fill(this);
    open();
    row("postgres").getByRole(AriaRole.CHECKBOX).check();
    fitsAPhone();
    button("Clear").click();
    opener("postgres").click();
    page.locator(".history").waitFor();
    fitsAPhone();
    for (var view : List.of("done", "insights", "hosts")) {
      open("?view=" + view);
      heading("").first().waitFor();
      fitsAPhone();
    }
    button("Add a host").click();
    assertThat(dialog().evaluate("each => each.scrollWidth - each.clientWidth")).isEqualTo(0);
  }

  @Test
  void theSelectionIsVisibleInForcedColours() {
    newWindow(new Browser.NewContextOptions().setForcedColors(ForcedColors.ACTIVE));
    Samples.fill(this);
    open();
    press("j", "x");
    assertThat(page.locator(".update").first()).hasCSS("outline-style", "solid");
    assertThat(page.locator(".update > .service").first())
        .hasCSS("background-color", "rgb(0, 0, 0)");
    assertThat(page.locator(".plain:visible").first())
        .hasCSS("border-top-color", "rgb(255, 255, 255)");
  }

  @Test
  void reducedMotionDisablesAnimations() {
    newWindow(new Browser.NewContextOptions().setReducedMotion(ReducedMotion.REDUCE));
    backend.receive(POSTGRES);
    open();
    backend.receive(REDIS);
    assertThat(row("redis")).hasClass(Pattern.compile("arrived"));
    assertThat(row("redis")).hasCSS("animation-name", "none");
  }

  @Test
  void theListIsPrintedWithoutControls() {
    openFilled(Look.LIGHT);
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(page.locator(".name").getByText("diun", exactly())).isVisible();
    assertThat(search()).isHidden();
    assertThat(button("Mark diun as done")).isHidden();
  }

  /** Renews the screenshots in docs: {@code mvn verify -Dit.test=LooksIT -Dscreenshots}. */
  @Test
  @EnabledIfSystemProperty(named = "screenshots", matches = ".*")
  void renewsTheScreenshots() {
    for (var look : Look.values()) {
      openFilled(look);
      if (look == Look.LIGHT) page.setViewportSize(1440, 900);
      if (look == Look.LIGHT) press("j", "j", "j", "Enter");
      if (look == Look.LIGHT) page.locator(".history").waitFor();
      picture(
          look == Look.LIGHT ? "screenshot" : "screenshot-" + look.name().toLowerCase(Locale.ROOT));
    }
    openFilled(Look.LIGHT, "?view=insights");
    heading("New updates per week").waitFor();
    picture("screenshot-insights");
    openFilled(Look.DARK, "?view=hosts");
    heading("Basement").waitFor();
    picture("screenshot-hosts");
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

  private void fitsAPhone() {
    assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth")).isEqualTo(0);
    assertThat(
            page.locator(
                    "button:visible, select:visible, .check:visible, .update a:visible, input[type=search], summary:visible")
                .all())
        .extracting(control -> control.getAttribute("class") + " " + control.boundingBox().height)
        .allMatch(size -> Double.parseDouble(size.replaceFirst(".* ", "")) >= 44);
  }
}
