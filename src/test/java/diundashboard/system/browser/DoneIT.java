package diundashboard.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Past actions: what was done, and undoing it. */
class DoneIT extends PageTest {

  private static final String CONTROLS =
      "button:visible:not(.figure), input:visible, select:visible, summary:visible";

  @Test
  void allActionsAreListedByDayAndSearched() {
    var images =
        IntStream.range(0, 60)
            .mapToObj(number -> "registry.lan/done/f%dn:1".formatted(number))
            .toArray(String[]::new);
    backend.receive(images);
    for (var image : images) backend.acknowledge(image);
    open("?view=done&q=registry.lan/done");
    assertThat(heading("today")).isVisible();
    assertThat(actions().first()).containsText("1 marked as done on nas f59n");
    assertThat(actions().last()).containsText("f10n");
    actions().last().scrollIntoViewIfNeeded();
    assertThat(actions()).hasCount(60);
    assertThat(actions().last()).containsText("f0n");
    search().fill("f3n");
    assertThat(actions()).hasCount(1);
    search().fill("nonsense-xyz");
    assertThat(main()).containsText("No results");
  }

  @Test
  void aRejectedSearchLeavesTheList() {
    backend.receive(POSTGRES);
    backend.acknowledge(POSTGRES);
    open("?view=done&q=postgres");
    assertThat(actions().first()).containsText("postgres");
    expectFailedRequests();
    search().fill("older:bad");
    assertThat(page.locator("#search-error")).containsText("older");
    assertThat(actions().first()).containsText("postgres");
    assertThat(main()).hasClass("rejected");
  }

  @Test
  void anActionUnfoldsToItsImages() {
    var first = "docker.io/unfolded/first:1";
    var second = "docker.io/unfolded/second:1";
    backend.receive(first, second);
    backend.acknowledgeOn("nas");
    open("?view=done");
    var action = actions().first();
    assertThat(action).containsText("2 marked as done on nas");
    action.locator("summary").click();
    var link = action.getByRole(AriaRole.LINK).first();
    assertThat(link).hasText(first);
    assertThat(link).hasAttribute("href", "?image=docker.io%2Funfolded%2Ffirst%3A1");
    awaitChanges(1, () -> action.getByText("Reopen").last().click());
    assertThat(states(second)).isEqualTo("nas pending");
    assertThat(states(first)).isEqualTo("nas acknowledged");
  }

  @Test
  void chipsFilterAndImagesWaitUntilTheyReturn() {
    backend.receive(POSTGRES, REDIS, SONARR);
    backend.perform("snoozes", snooze(POSTGRES, "next-digest"));
    backend.perform("snoozes", snooze(REDIS, "2099-01-02T03:04:05Z"));
    backend.acknowledge(SONARR);
    open("?view=done");
    button("Snoozed").click();
    assertThat(actions().first()).containsText("1 snoozed on nas until Jan 2, 2099");
    assertThat(actions().nth(1)).containsText("until the next digest");
    awaitChanges(1, () -> actions().first().getByText("End snooze").click());
    assertThat(actions().first()).containsText("undone just now");
    button("Undone").click();
    assertThat(actions().first()).containsText("redis");
    assertThat(page).hasURL(Site.uri() + "?view=done&tab=undone");
    button("For later").click();
    assertThat(group("Snoozed")).containsText("postgres");
    assertThat(group("Snoozed")).not().containsText("redis");
    page.goBack();
    assertThat(button("Undone")).hasAttribute("aria-pressed", "true");
    assertThat(page.evaluate("document.activeElement === document.body")).isEqualTo(false);
  }

  @Test
  void whatIsPrintedIsLightAndExactAndHasNoControls() {
    newWindow(
        new Browser.NewContextOptions()
            .setColorScheme(ColorScheme.DARK)
            .setViewportSize(794, 1123)); // A4
    Samples.fill(this);
    open();
    assertThat(page.locator(".printed")).isHidden();
    var count = page.locator(".update").count();
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(page.locator(".printed"))
        .hasText(
            Pattern.compile(
                "DiunDashboard · .* · %1$d of %1$d updates\\s+%2$s\\s+k3s is probably silent: last report .*20\\d\\d.*"
                    .formatted(count, Site.uri())));
    assertThat(page.locator(".update > .name").first()).hasCSS("color", "rgb(0, 0, 0)");
    assertThat(main()).hasCSS("color-scheme", "light");
    assertThat(main().locator(CONTROLS)).hasCount(0);
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    opener("postgres").click();
    page.locator(".history").waitFor();
    assertThat(page.locator(".panel table")).isHidden();
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(page.locator(".panel tbody tr"))
        .hasText(
            new Pattern[] {
              Pattern.compile("☐\\s*nas\\s*paperless-db\\s*Pending\\s+.*20\\d\\d.*"),
              Pattern.compile("☐\\s*vps\\s*kuma-db\\s*Pending\\s+.*20\\d\\d.*"),
              Pattern.compile("☐\\s*edge\\s*db\\s*Pending\\s+.*20\\d\\d.*")
            });
    assertThat(page.locator(".panel").locator(CONTROLS)).hasCount(0);
  }

  private static String snooze(String image, String until) {
    return "{\"images\":[\"%s\"],\"until\":\"%s\"}".formatted(image, until);
  }

  private Locator actions() {
    return page.locator(".group > ul > .past");
  }
}
