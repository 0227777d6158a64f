package diundashboard.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static diundashboard.system.browser.SampleViews.rejection;
import static diundashboard.system.browser.SampleViews.rejections;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every view and dialog in light, in dark and on a phone, checked against WCAG 2.2 AA. */
class AccessibilityIT extends PageTest {

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
    press("Escape");
    openMenu();
    isAccessible();
    button("Settings").click();
    heading("Appearance").waitFor();
    isAccessible();
    button("Tags").click();
    button("Edit tag media").last().waitFor();
    isAccessible();
    button("Edit tag media").last().click();
    assertThat(heading("Edit tag media")).isVisible();
    isAccessible();
    button("Delete").click();
    assertThat(heading("Delete tag media?")).isVisible();
    isAccessible();
  }

  @Test
  void theSettingsOfTheServerAreAccessible() {
    openFilled(Look.LIGHT, "?view=settings");
    for (var section :
        List.of("Links", "Commands", "API tokens", "Channels", "Hold", "Server", "About")) {
      button(section).click();
      heading(section).waitFor();
      isAccessible();
    }
  }

  @ParameterizedTest
  @EnumSource
  void theOtherViewsAreAccessible(Look look) {
    openFilled(look, "?view=done");
    assertThat(page.getByText("3 marked as done on nas")).isVisible();
    isAccessible();
    press("g", "i");
    page.getByText("Show table: New and done per week").click();
    isAccessible();
    press("g", "h");
    button("Add a host").click();
    dialogIsAccessible();
    lookInto("Basement");
    lookInto("edge");
    page.evaluate("scrollTo(0, 0)"); // nothing that can be clicked is half under the header
    isAccessible();
    button("Rename Basement").click();
    dialogIsAccessible();
    button("Merge Basement").click();
    dialogIsAccessible();
    button("Forget Basement").click();
    dialogIsAccessible();
    answer(
        "api/v1/heartbeats",
        "{\"id\":1,\"host\":\"edge\",\"uuid\":\"5bf66975-d4c7-4bf5-bcc8-b8d8a82ea278\",\"base_url\":\"http://localhost:8080/ping/\"}");
    button("Watch Diun on edge").click();
    isAccessible();
    button("I have copied it").click();
    button("Import from Diun on Basement").click();
    dialogIsAccessible();
    isAccessible();
  }

  @ParameterizedTest
  @EnumSource
  void unknownHostsAreAccessible(Look look) {
    backend.acknowledgeOn("basment");
    openFilled(look, "?view=hosts");
    page.getByText("A script asks for “basment”").waitFor();
    isAccessible();
  }

  @ParameterizedTest
  @EnumSource
  void rejectedNotificationsAreAccessible(Look look) {
    newWindow(look.window());
    Samples.fill(this);
    var withBody = rejection(2, "fd00::7", "invalid-notification", 1).add("retryable", true);
    answer(
        "api/v1/rejections",
        rejections(rejection(1, "10.0.0.7", "missing-secret", 3), withBody.add("body_size", 2)));
    answer("api/v1/rejections/2", "{\"body\":\"{}\"}");
    open();
    isAccessible();
    open("?view=hosts");
    page.getByText("Content (2 bytes)").click();
    assertThat(page.locator(".rejections pre")).hasText("{}");
    isAccessible();
  }

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void theDropBarIsAccessible(Look look) {
    openFilled(look);
    row("traefik").locator(".service").hover();
    page.mouse().down();
    page.mouse().move(640, 600, new Mouse.MoveOptions().setSteps(5));
    var newTag = page.getByLabel("Drop here to tag").getByText("New tag…");
    newTag.waitFor();
    isAccessible();
    newTag.hover();
    page.mouse().up();
    dialogIsAccessible();
  }

  @ParameterizedTest
  @EnumSource
  void theFirstRunPageIsAccessible(Look look) {
    newWindow(look.window());
    answer("api/v1/images", Samples.page(List.of(), null));
    open();
    isAccessible();
  }

  @ParameterizedTest
  @EnumSource
  void theListIsAccessibleWhileTheServerIsUnreachable(Look look) {
    expectFailedRequests();
    openFilled(look);
    page.route("**/api/**", Route::abort);
    page.context().setOffline(true);
    page.getByText("Can’t reach the server.").waitFor();
    isAccessible();
  }

  /** Without the page behind the dialog, which is checked without it. */
  private void dialogIsAccessible() {
    page.getByRole(AriaRole.DIALOG).waitFor();
    isAccessible("dialog");
    press("Escape");
    assertThat(dialog()).hasCount(0);
  }

  private void isAccessible() {
    isAccessible("html");
  }

  /** Dark differs from light in its colours only. */
  private void isAccessible(String root) {
    isAtRest();
    var isDark = page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches").equals(true);
    assertThat((isDark ? Axe.COLOURS : Axe.WCAG).violations(page, root)).isEmpty();
  }
}
