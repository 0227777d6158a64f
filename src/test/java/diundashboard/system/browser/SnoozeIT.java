package diundashboard.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

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
    assertThat(button("For 1 day")).isFocused();
    awaitChanges(1, () -> press("Enter"));
    shows(POSTGRES);
    assertThat(toast()).hasText("1 update snoozed");
    assertThat(row("postgres")).isFocused();
    press("u");
    shows(REDIS, POSTGRES);
  }

  @Test
  void snoozedUpdatesAreListedInDone() {
    backend.receive(POSTGRES, REDIS);
    open();
    button("Snooze redis").click();
    page.getByLabel("Note").fill("After the holidays");
    awaitChanges(1, () -> button("Until the next digest").click());
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
    awaitChanges(1, () -> button("For 1 month").click());
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
  void aNewDigestEndsASnooze() {
    backend.receive(POSTGRES, REDIS);
    open();
    button("Snooze redis").click();
    awaitChanges(1, () -> button("For 1 month").click());
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
