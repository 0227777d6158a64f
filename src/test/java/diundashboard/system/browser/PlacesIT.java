package diundashboard.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.Payloads;
import org.junit.jupiter.api.Test;

/** Actions change the occurrences that their row or group shows, and no others. */
class PlacesIT extends PageTest {

  private static final String MARIADB = "docker.io/library/mariadb:latest";

  /** An image that no other test uses. */
  private final String nginx = "docker.io/library/nginx:" + System.nanoTime();

  @Test
  void anImageIsMarkedAsDoneInOneOfItsStacks() {
    receiveInThreeStacks();
    open("?group=stack");
    hasGroups("firefly", "nextcloud", "photoview");
    assertThat(row("mariadb in firefly")).containsText("also in nextcloud, photoview");
    groupBox("firefly").check();
    awaitChanges(1, () -> bar().getByText("Mark as done", exactly()).click());
    assertThat(toast()).hasText("mariadb in firefly marked as done");
    movePointerAway();
    hasGroups("nextcloud", "photoview");
    assertThat(states(MARIADB))
        .isEqualTo("firefly acknowledged, nextcloud pending, photoview pending");
    open("?group=stack");
    hasGroups("nextcloud", "photoview");
    awaitChanges(1, () -> button("Mark mariadb in nextcloud as done").click());
    movePointerAway();
    hasGroups("photoview");
    awaitChanges(1, () -> press("u"));
    hasGroups("nextcloud", "photoview");
  }

  @Test
  void anImageIsSnoozedOnOneOfItsHosts() {
    receiveOnThreeHosts();
    open("?group=host");
    button("Snooze nginx on edge").click();
    assertThat(heading("Snooze nginx on edge")).isVisible();
    awaitChanges(1, () -> snoozeChoice("Next week").click());
    assertThat(toast()).containsText("nginx on edge snoozed until");
    movePointerAway();
    hasGroups("nas", "vps");
    assertThat(states(nginx)).isEqualTo("edge snoozed, nas pending, vps pending");
    assertThat(row("nginx on nas")).containsText("also on vps");
    assertThat(row("nginx on nas")).not().containsText("edge");
    open("?group=none");
    awaitChanges(1, () -> button("Mark nginx as done").click());
    assertThat(states(nginx)).isEqualTo("edge snoozed, nas acknowledged, vps acknowledged");
  }

  @Test
  void severalHostsOfAnImageAreSnoozedAndUndoneTogether() {
    receiveOnThreeHosts();
    open("?group=host");
    row("nginx on edge").locator(".check").click();
    row("nginx on vps").locator(".check").click();
    press("h");
    assertThat(heading("Snooze nginx on edge, vps")).isVisible();
    awaitChanges(2, () -> press("Enter"));
    movePointerAway();
    hasGroups("nas");
    assertThat(states(nginx)).isEqualTo("edge snoozed, nas pending, vps snoozed");
    awaitChanges(2, () -> press("u"));
    hasGroups("edge", "nas", "vps");
    assertThat(states(nginx)).isEqualTo("edge pending, nas pending, vps pending");
  }

  @Test
  void anActionInAFilteredListIsForThePlacesThatWereFound() {
    receiveOnThreeHosts();
    open("?q=host:nas");
    assertThat(row("nginx on nas")).containsText("also on edge, vps");
    awaitChanges(1, () -> press("j", "e"));
    assertThat(toast()).hasText("nginx on nas marked as done");
    assertThat(heading("No results")).isVisible();
    button("Clear search").click();
    assertThat(row("nginx")).containsText("edge, vps");
    assertThat(states(nginx)).isEqualTo("edge pending, nas acknowledged, vps pending");
  }

  @Test
  void allResultsAreMarkedAsDoneWhereTheyWereFound() {
    receiveOnThreeHosts();
    backend.receiveOn("nas", REDIS);
    open("?q=host:nas");
    press("j", "x");
    button("Select all 2").click();
    awaitChanges(1, () -> press("e"));
    button("Clear search").click();
    shows(nginx);
    assertThat(states(nginx)).isEqualTo("edge pending, nas acknowledged, vps pending");
  }

  @Test
  void anImageIsMutedUntilUndo() {
    backend.receiveOn("edge", nginx, REDIS);
    backend.receiveOn("vps", nginx);
    open("?group=host");
    press("j", "j");
    assertThat(opener("nginx on edge")).isFocused();
    awaitChanges(1, () -> press("m"));
    assertThat(toast()).hasText("nginx on edge muted");
    backend.receiveOn("edge", nginx);
    assertThat(states(nginx)).isEqualTo("edge muted, vps pending");
    open("?group=host");
    shows(REDIS, nginx);
    opener("nginx on vps").click();
    awaitChanges(1, () -> button("Mute nginx on vps").click());
    shows(REDIS);
    awaitChanges(1, () -> button("Undo").click());
    assertThat(row("nginx on vps")).isVisible();
    assertThat(states(nginx)).isEqualTo("edge muted, vps pending");
  }

  @Test
  void anImageIsForgottenAndRestoredByUndo() {
    expectFailedRequests(); // the details of a forgotten image
    backend.receiveOn("edge", nginx, REDIS);
    backend.receiveOn("vps", nginx);
    open();
    row("nginx").locator(".check").click();
    awaitChanges(1, () -> button("Forget").click());
    assertThat(toast()).containsText("nginx (edge · ");
    assertThat(toast()).containsText("vps · ");
    shows(REDIS);
    assertThat(states(nginx)).isEqualTo("unknown");
    awaitChanges(1, () -> press("u"));
    assertThat(row("nginx")).isVisible();
    assertThat(states(nginx)).isEqualTo("edge pending, vps pending");
    row("nginx").locator(".check").click();
    awaitChanges(1, () -> press("#"));
    open();
    assertThat(states(nginx)).isEqualTo("unknown");
    backend.receiveOn("vps", nginx);
    assertThat(row("nginx")).isVisible();
  }

  private void receiveInThreeStacks() {
    for (var stack : new String[] {"nextcloud", "firefly", "photoview"}) {
      backend.receiveBody(Payloads.readField("mariadb-" + stack));
    }
  }

  private void receiveOnThreeHosts() {
    for (var host : new String[] {"nas", "vps", "edge"}) backend.receiveOn(host, nginx);
  }
}
