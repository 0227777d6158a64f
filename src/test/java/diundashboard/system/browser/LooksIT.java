package diundashboard.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page on a phone, on paper, in forced colours, without motion, and in the documentation. */
class LooksIT extends PageTest {

  private static final List<String> VIEWS =
      List.of(
          "",
          "?image=docker.io/library/postgres:16.6",
          "?q=is:snoozed",
          "?q=is:held",
          "?view=done",
          "?view=done&tab=images",
          "?view=done&tab=later",
          "?view=hosts",
          "?view=insights",
          "?view=settings",
          "?view=settings&section=tags",
          "?view=settings&section=channels",
          "?view=settings&section=server");

  /**
   * Returns what is wider than the window; in a low one what does not scroll with the page; and
   * texts with less contrast than 4.5 to 1, such as those that forced colours make invisible.
   */
  private static final String FAULTS =
      """
      isLow => {
        const channels = colour => {
          const [, space, values] = /^(\\w+)\\((.*)\\)$/.exec(colour);
          const [r, g, b, a = 1] = values.replace(/^srgb /, '').split(/[ ,/]+/).map(Number);
          return space === 'color' ? [r * 255, g * 255, b * 255, a] : [r, g, b, a];
        };
        const luminance = ([r, g, b]) => [r, g, b].map(each => each / 255).map(each => each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4)
            .reduce((sum, each, at) => sum + each * [0.2126, 0.7152, 0.0722][at], 0);
        const groundOf = element => {
          const colour = channels(getComputedStyle(element).backgroundColor);
          return colour[3] > 0.99 || !element.parentElement ? colour : groundOf(element.parentElement);
        };
        const contrast = element => {
          const [low, high] = [channels(getComputedStyle(element).color), groundOf(element)].map(luminance).sort((a, b) => a - b);
          return (high + 0.05) / (low + 0.05);
        };
        const visible = [...document.querySelectorAll('body *')].filter(each => each.checkVisibility({ opacityProperty: true, visibilityProperty: true }));
        const isHidden = each => each.closest('.visually-hidden, .skip, .sprite, .toasts, :disabled') || /inset/.test(getComputedStyle(each).clipPath);
        const hasText = each => [...each.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim());
        const report = (fault, elements) => elements.map(each => fault + each.outerHTML.slice(0, 150));
        return [
          ...document.documentElement.scrollWidth > innerWidth ? report('too wide: ', visible.filter(each => each.getBoundingClientRect().right > innerWidth + 1)) : [],
          ...isLow ? report('stays: ', visible.filter(each => ['sticky', 'fixed'].includes(getComputedStyle(each).position) && !isHidden(each))) : [],
          ...report('no contrast: ', visible.filter(each => hasText(each) && !isHidden(each) && contrast(each) < 4.5)),
        ];
      }
      """;

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

  /** A window of 1280 x 720 at 400 %, forced colours, and dark. */
  enum HardLook {
    SMALL,
    FORCED,
    DARK;

    Browser.NewContextOptions window() {
      var window = new Browser.NewContextOptions();
      return switch (this) {
        case SMALL -> window.setViewportSize(320, 180);
        case FORCED -> window.setForcedColors(ForcedColors.ACTIVE);
        case DARK -> window.setColorScheme(ColorScheme.DARK);
      };
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyViewCanBeReadInEveryLook(HardLook look) {
    newWindow(look.window());
    Samples.fill(this);
    open();
    for (var query : VIEWS) {
      go(query);
      isAtRest();
      assertThat(page.evaluate(FAULTS, look == HardLook.SMALL)).as(query).isEqualTo(List.of());
    }
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
    assertThat(page.locator(".chips [aria-pressed='true']").first())
        .hasCSS("outline-style", "solid");
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
    heading("Are we keeping up?").waitFor();
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
