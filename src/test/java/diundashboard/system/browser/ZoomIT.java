package diundashboard.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** At 200 %, nothing is missing or cut off (WCAG 1.4.4, 1.4.10). */
class ZoomIT extends PageTest {

  /** Browser zoom, which halves the viewport, or text size only. */
  enum Zoom {
    PAGE,
    TEXT
  }

  /** Returns elements that are outside the viewport or whose content is clipped. */
  private static final String CUT_OFF =
      """
      () => {
        const isOutside = element => {
          const { left, right } = element.getBoundingClientRect();
          return left < 0 || right > innerWidth;
        };
        const isClipped = element => getComputedStyle(element).display !== 'inline' && element.scrollWidth > element.clientWidth;
        return [document.documentElement, ...document.querySelectorAll('button, select, input, label, h1, h2, h3, dt, dd, th, td, .status')]
            .filter(element => element.checkVisibility() && !element.closest('.visually-hidden, [popover] label, .selection'))
            .filter(element => isOutside(element) || isClipped(element))
            .map(element => element.outerHTML.slice(0, 99));
      }
      """;

  private Zoom zoom;

  @ParameterizedTest
  @EnumSource
  void theInboxIsEmptied(Zoom by) {
    newWindow(windowFor(by));
    backend.receive(POSTGRES, REDIS, SONARR, TRAEFIK);
    backend.tag("media", SONARR);
    openZoomed("");
    row("traefik").getByRole(AriaRole.CHECKBOX).check();
    button("Snooze").waitFor();
    nothingIsCutOff();
    button("Snooze").click();
    nothingIsCutOff();
    snoozeChoice("Next week").click();
    assertThat(toast()).containsText("1 update snoozed until");
    opener("sonarr").click();
    page.locator(".history").waitFor();
    nothingIsCutOff();
    page.locator(".panel .primary").click();
    button("Close details").click();
    search().fill("redis");
    shows(REDIS);
    button("Mark redis as done").click();
    press("Escape");
    shows(POSTGRES);
    markAllAsDone();
    assertThat(heading("All caught up")).isVisible();
    nothingIsCutOff();
  }

  @ParameterizedTest
  @EnumSource
  void allViewsAndDialogsFit(Zoom by) {
    newWindow(windowFor(by));
    Samples.fill(this);
    openZoomed("");
    openMenu();
    button("Help (?)").click();
    dialog().waitFor();
    nothingIsCutOff();
    button("Close").click();
    for (var view :
        List.of(
            "done",
            "insights",
            "hosts",
            "settings",
            "settings&section=tags",
            "settings&section=server")) {
      go("?view=" + view);
      heading("").nth(1).waitFor();
      nothingIsCutOff();
    }
  }

  private Browser.NewContextOptions windowFor(Zoom by) {
    zoom = by;
    var window = new Browser.NewContextOptions();
    return by == Zoom.TEXT
        ? window.setViewportSize(1280, 800)
        : window.setViewportSize(640, 400).setDeviceScaleFactor(2);
  }

  private void openZoomed(String query) {
    open(query);
    if (zoom == Zoom.TEXT) page.evaluate("document.documentElement.style.fontSize = '200%'");
    nothingIsCutOff();
  }

  private void nothingIsCutOff() {
    isAtRest();
    assertThat(page.evaluate(CUT_OFF)).isEqualTo(List.of());
  }
}
