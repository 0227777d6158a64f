package diundashboard.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

class SnoozeIT extends PageTest {

  @Test
  void updatesAreSnoozedByKeyboard() {
    backend.receive(POSTGRES, REDIS);
    open();
    press("j", "h");
    assertThat(heading("Snooze redis")).isVisible();
    assertThat(snoozeChoice("Tomorrow")).isFocused();
    awaitChanges(1, () -> press("Enter"));
    shows(POSTGRES);
    assertThat(toast()).containsText("1 update snoozed until");
    assertThat(opener("postgres")).isFocused();
    press("u");
    shows(REDIS, POSTGRES);
  }

  @Test
  void snoozedUpdatesAreListedInDone() {
    backend.receive(POSTGRES, REDIS);
    open();
    button("Snooze redis").click();
    page.getByLabel("Note").fill("After the holidays");
    awaitChanges(1, () -> snoozeChoice("When it changes again").click());
    open("?view=done&tab=later");
    assertThat(snoozed()).containsText("redis");
    assertThat(snoozed()).containsText("until the next digest");
    assertThat(snoozed()).containsText("After the holidays");
  }

  @Test
  void aSearchByStateFindsSnoozedAndDoneUpdates() {
    backend.receive(POSTGRES, REDIS, SONARR);
    open();
    button("Snooze redis").click();
    awaitChanges(1, () -> snoozeChoice("In a month").click());
    backend.acknowledge(SONARR);
    search().fill("is:snoozed");
    shows(REDIS);
    assertThat(row("redis")).containsText("Snoozed");
    assertThat(row("redis")).containsText("nas");
    search().fill("sonarr is:done");
    shows(SONARR);
    assertThat(row("sonarr")).containsText("Done");
    search().fill("is:pending");
    shows(POSTGRES);
    search().fill("is:muted");
    assertThat(heading("No results")).isVisible();
  }

  @Test
  void aSnoozeEndsOnAChosenDay() {
    newWindow(new Browser.NewContextOptions().setTimezoneId("Europe/Berlin").setLocale("en-GB"));
    backend.receive(REDIS);
    open();
    button("Snooze redis").click();
    dialog().getByText("Snooze", exactly()).click();
    assertThat(dialog().getByLabel("On another day")).isFocused();
    assertThat(dialog().getByLabel("On another day")).hasAccessibleName("On another day");
    dialog().getByLabel("On another day").fill("2099-03-02");
    var request =
        page.waitForRequest(
            "**/api/v1/snoozes", () -> dialog().getByText("Snooze", exactly()).click());
    assertThat(request.postData()).contains("\"until\":\"2099-03-02T07:00:00.000Z\"");
    assertThat(toast()).hasText("1 update snoozed until 2 Mar 2099, 08:00");
  }

  @Test
  void aNewDigestEndsASnooze() {
    backend.receive(POSTGRES, REDIS);
    open();
    button("Snooze redis").click();
    awaitChanges(1, () -> snoozeChoice("In a month").click());
    shows(POSTGRES);
    movePointerAway();
    backend.receive(REDIS);
    shows(REDIS, POSTGRES);
  }

  private Locator snoozed() {
    return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Snoozed"))
        .getByRole(AriaRole.LISTITEM)
        .filter(new Locator.FilterOptions().setHasText("redis"));
  }
}
