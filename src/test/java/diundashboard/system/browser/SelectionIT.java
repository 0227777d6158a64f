package diundashboard.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.KeyboardModifier;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SelectionIT extends PageTest {

  @BeforeEach
  void openThree() {
    backend.receive(POSTGRES, REDIS, SONARR);
    open();
  }

  @Test
  void aClickWithShiftSelectsAndWithControlOpensATab() {
    row("sonarr").getByRole(AriaRole.CHECKBOX).check();
    clickWith(KeyboardModifier.SHIFT, "postgres");
    assertThat(bar().getByRole(AriaRole.STATUS)).hasText("3 selected");
    assertThat(page.locator(".panel")).hasCount(0);
    var tab = page.waitForPopup(() -> clickWith(KeyboardModifier.CONTROL, "redis"));
    assertThat(tab.locator("#details-title")).hasText("redis");
    assertThat(page.locator(".panel")).hasCount(0);
  }

  private void clickWith(KeyboardModifier modifier, String name) {
    row(name).locator(".host").click(new Locator.ClickOptions().setModifiers(List.of(modifier)));
  }

  @Test
  void shiftSelectsARange() {
    press("j", "x", "j", "j", "X");
    assertThat(bar()).containsText("3 selected");
    press("Escape");
    assertThat(bar()).hasCount(0);
    row("sonarr").locator(".check").click();
    row("postgres")
        .locator(".check")
        .click(
            new Locator.ClickOptions()
                .setModifiers(List.of(KeyboardModifier.SHIFT))
                .setPosition(3, 3));
    assertThat(bar()).containsText("3 selected");
  }

  @Test
  void aGroupIsSelected() {
    press("j", "a");
    awaitChanges(1, () -> bar().getByText("Mark as done", exactly()).click());
    assertThat(heading("All caught up")).isVisible();
  }

  @Test
  void commandsAreCopied() {
    page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
    press("j", "x", "j", "x");
    button("Copy commands").click();
    assertThat(toast()).hasText("Copied");
    assertThat(page.evaluate("navigator.clipboard.readText()"))
        .isEqualTo("docker pull " + SONARR + "\ndocker pull " + REDIS);
  }

  @Test
  void allResultsOfASearchAreSelected() {
    search().fill("registry:docker.io");
    shows(REDIS, POSTGRES);
    press("Enter", "x");
    button("Select all 2").click();
    assertThat(bar()).containsText("2 selected");
    awaitChanges(1, () -> press("e"));
    search().fill("");
    shows(SONARR);
  }

  @Test
  void resultsThatAreNotLoadedAreMarkedAsDoneToo() {
    var all =
        IntStream.range(0, 20).mapToObj(i -> "docker.io/acme/app-%02d:1".formatted(i)).toList();
    newWindow(new Browser.NewContextOptions().setTimezoneId("Europe/Berlin"));
    answer("api/v1/images", Samples.page(all, "next", 900));
    page.route("**cursor=next**", route -> {});
    open("?q=acme");
    press("j", "x");
    button("Select all 900").click();
    assertThat(bar()).containsText("900 selected");
    var request =
        page.waitForRequest(
            "**/api/v1/acknowledgements", () -> bar().getByText("Mark as done", exactly()).click());
    assertThat(request.postData()).isEqualTo("{\"filter\":\"acme\"}");
    assertThat(toast()).hasText("900 updates marked as done");
  }

  /** Days begin at midnight of the user's time zone. */
  @Test
  void theDayOfASearchIsThatOfTheUser() {
    newWindow(new Browser.NewContextOptions().setTimezoneId("Europe/Berlin"));
    answer("api/v1/images", Samples.page(List.of(POSTGRES), "next", 900));
    page.route("**cursor=next**", route -> {});
    open("?q=on:2026-11-20");
    var request = page.waitForRequest("**/api/v1/acknowledgements", () -> markAllAsDone());
    assertThat(request.postData())
        .isEqualTo(
            "{\"filter\":\"tag:none on:2026-11-20\",\"tz\":\"Europe/Berlin,%s\"}",
            ZoneId.of("Europe/Berlin").getRules().getOffset(Instant.now()));
  }
}
