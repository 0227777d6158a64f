package diundashboard.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** Updates that are held back, on the page. */
class HoldsPageIT extends PageTest {

  /** On no other host in other tests. */
  private static final String HELD = "docker.io/holds/postgres:16.6";

  @Test
  void heldUpdatesAreListedReleasedAndHeldAgain() {
    holdTag("14d");
    backend.receive(REDIS, HELD);
    open();
    assertThat(lists()).hasText(new String[] {"Pending 1", "Held 1"});
    entry("Held").click();
    assertThat(page).hasURL(Site.uri() + "?q=is%3Aheld");
    shows(HELD);
    assertThat(row("postgres")).containsText("Held until ");
    opener("postgres").press("Enter");
    assertThat(page.locator(".place")).containsText("Held until ");
    opener("postgres").press("Enter");
    awaitChanges(1, () -> button("Release postgres").click());
    assertThat(toast()).hasText("1 update released");
    assertThat(lists()).hasText(new String[] {"Pending 2", "Held 0"});
    assertThat(states(HELD)).isEqualTo("nas pending");
    awaitChanges(1, () -> button("Undo").click());
    assertThat(lists()).hasText(new String[] {"Pending 1", "Held 1"});
    backend.perform("snoozes", "{\"images\":[\"" + REDIS + "\"],\"until\":\"next-digest\"}");
    assertThat(lists()).hasText(new String[] {"Pending 0", "Snoozed 1", "Held 1"});
    entry("Snoozed").click();
    shows(REDIS);
    open("?view=done&tab=later");
    assertThat(group("Held").locator("li", containing("postgres"))).containsText("until ");
    awaitChanges(1, () -> button("Release postgres").click());
    assertThat(states(HELD)).isEqualTo("nas pending");
  }

  @Test
  void theHoldOfATagIsEdited() {
    backend.receive(REDIS);
    backend.tag("slow", REDIS);
    open();
    button("Edit tag slow").click();
    var hold = dialog().getByLabel("Hold new updates back for");
    assertThat(hold).hasValue("");
    expectFailedRequests();
    hold.fill("two days");
    button("Save").click();
    assertThat(dialog().getByRole(AriaRole.ALERT))
        .hasText(
            "“two days” is no time to hold updates. Use 2d, 12h, minor:2d,major:14d or none; at most 365d.");
    hold.fill("2d, major:14d");
    awaitChanges(1, () -> button("Save").click());
    assertThat(dialog()).hasCount(0);
    button("Edit tag slow").click();
    assertThat(hold).hasValue("2d,major:14d");
  }

  @Test
  void aSingleImageIsHeld() {
    backend.receive(REDIS, HELD);
    open("?view=insights");
    button("Hold postgres").click();
    var hold = dialog().getByLabel("Hold new updates back for");
    expectFailedRequests();
    hold.fill("two weeks");
    button("Save").click();
    assertThat(dialog().getByRole(AriaRole.ALERT)).containsText("“two weeks” is no time");
    hold.fill("14d");
    awaitChanges(1, () -> button("Save").click());
    assertThat(toast()).hasText("Hold of postgres set to 14d");
    backend.receive(HELD.replace("16.6", "16.7"));
    open();
    assertThat(lists()).hasText(new String[] {"Pending 2", "Held 1"});
    open("?view=settings&section=holding");
    button("Hold docker.io/holds/postgres").click();
    assertThat(hold).hasValue("14d");
    hold.fill("");
    awaitChanges(1, () -> button("Save").click());
    assertThat(button("Hold docker.io/holds/postgres")).hasCount(0);
    awaitChanges(1, () -> button("Undo").click());
    assertThat(button("Hold docker.io/holds/postgres")).hasText("docker.io/holds/postgres 14d");
    open();
    opener("redis").press("Enter");
    button("Hold…").click();
    assertThat(dialog()).containsText("For all tags of ");
    assertThat(hold).hasValue("");
  }

  private void holdTag(String time) {
    backend.perform(
        "tags",
        "{\"name\":\"slow\",\"hold\":\"%s\",\"rules\":[{\"field\":\"image\",\"pattern\":\"*postgres*\"}]}"
            .formatted(time));
  }

  private static Locator.LocatorOptions containing(String text) {
    return new Locator.LocatorOptions().setHasText(text);
  }
}
