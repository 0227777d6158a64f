package diundashboard.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class UndoIT extends PageTest {

  @Test
  void whatIsDoneCanBeUndone() {
    backend.receive(POSTGRES, REDIS);
    open();
    button("Done with postgres").click();
    assertThat(toast()).hasText("1 done.");
    shows(REDIS);
    awaitChanges(1, () -> button("Undo").click());
    assertThat(toast()).hasText("Undone.");
    shows(REDIS, POSTGRES);
    open();
    shows(REDIS, POSTGRES);
  }

  @Test
  void oneKeyAfterAnotherUndoesAll() {
    backend.receive(POSTGRES, REDIS, SONARR);
    open();
    press("j", "e", "e");
    shows(POSTGRES);
    press("u");
    shows(REDIS, POSTGRES);
    press("u");
    shows(SONARR, REDIS, POSTGRES);
  }

  @Test
  void undoingLeavesWhatHappenedSince() {
    backend.receive(POSTGRES, REDIS);
    open();
    awaitChanges(1, () -> button("Done with all 2").click());
    backend.receive(SONARR);
    shows(SONARR);
    press("u");
    shows(SONARR, REDIS, POSTGRES);
  }

  /** However long the server takes for one, the next waits for it. */
  @Test
  void whatFollowsAnUndoDoesNotOvertakeIt() {
    backend.receive(POSTGRES, REDIS);
    open();
    var held = new ArrayList<Route>();
    page.route(
        "**/api/v1/acknowledgements",
        route -> {
          held.add(route);
          if (held.size() > 1) route.resume();
        });
    var sent = new ArrayList<String>();
    page.onRequest(
        request -> {
          if (!request.method().equals("GET")) sent.add(request.method());
        });
    press("j", "e", "u");
    shows(REDIS, POSTGRES);
    awaitChanges(
        3,
        () -> {
          button("Done with all 2").click();
          assertThat(heading("All done")).isVisible();
          assertThat(sent).containsExactly("POST");
          held.get(0).resume();
        });
    assertThat(sent).containsExactly("POST", "DELETE", "POST");
    open();
    assertThat(heading("All done")).isVisible();
  }

  @Test
  void whoLeavesBeforeAllIsSentIsAsked() {
    backend.receive(POSTGRES);
    open();
    assertThat(mayLeave()).isTrue();
    var held = new ArrayList<Route>();
    page.route("**/api/v1/acknowledgements", held::add);
    press("j", "e");
    assertThat(heading("All done")).isVisible();
    page.waitForCondition(() -> !held.isEmpty());
    assertThat(mayLeave()).isFalse();
    held.get(0).resume();
    page.waitForCondition(this::mayLeave);
  }

  @Test
  void aTagIsUndoneToTheOneBefore() {
    backend.receive(POSTGRES, REDIS);
    backend.tag("databases", POSTGRES);
    backend.tag("media");
    open();
    press("j", "x", "j", "x", "t");
    button("media").click();
    hasGroups("media");
    button("Undo").click();
    hasGroups("Untagged", "databases");
    open();
    hasGroups("Untagged", "databases");
  }

  @Test
  void undoWaitsWhileOnePointsAtIt() {
    page.clock().install();
    backend.receive(POSTGRES, REDIS);
    open();
    button("Done with postgres").click();
    page.clock().runFor(7_000);
    assertThat(button("Undo")).isVisible();
    button("Undo").hover();
    page.clock().runFor(20_000);
    assertThat(button("Undo")).isVisible();
    movePointerAway();
    page.clock().runFor(9_000);
    assertThat(button("Undo")).hasCount(0);
  }

  @Test
  void pastChangesCanBeUndoneLater() {
    backend.receive(POSTGRES, REDIS);
    open();
    awaitChanges(1, () -> button("Done with all 2").click());
    open("?view=done");
    var past = page.getByRole(AriaRole.REGION).first().getByRole(AriaRole.LISTITEM).first();
    assertThat(past).containsText("2 done");
    assertThat(past).containsText("just now");
    past.getByRole(AriaRole.BUTTON).click();
    assertThat(past).containsText("undone just now");
    press("g", "p");
    shows(REDIS, POSTGRES);
  }

  @Test
  void aRefusedUndoSaysWhy() {
    expectFailedRequests();
    backend.receive(POSTGRES, REDIS);
    open();
    awaitChanges(1, () -> button("Done with postgres").click());
    page.route("**/api/v1/acknowledgements/*", route -> refuse(route, "The disk is full."));
    button("Undo").click();
    assertThat(page.getByRole(AriaRole.ALERT)).hasText("The disk is full.");
    shows(REDIS);
  }
}
