package diundashboard.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class UndoIT extends PageTest {

  private static final AtomicInteger TESTS = new AtomicInteger();

  /**
   * Only in one test: an equal action shortly before, such as that of the reset, is taken for the
   * one whose answer is lost.
   */
  private final String lost = "docker.io/lost/redis:" + TESTS.incrementAndGet();

  @Test
  void markingAsDoneCanBeUndone() {
    backend.receive(POSTGRES, REDIS);
    open();
    button("Mark postgres as done").click();
    assertThat(toast()).hasText("1 update marked as done");
    shows(REDIS);
    awaitChanges(1, () -> button("Undo").click());
    assertThat(toast()).hasText("Action undone");
    shows(REDIS, POSTGRES);
    open();
    shows(REDIS, POSTGRES);
  }

  @Test
  void repeatedUndoUndoesEachAction() {
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
  void anUndoIsNoArrivalAndOtherMessagesDoNotReplaceIt() {
    page.context().grantPermissions(List.of("clipboard-write"));
    backend.receive(POSTGRES, REDIS);
    open();
    awaitChanges(1, () -> press("j", "e"));
    press("c");
    assertThat(page.locator(".notice")).hasText("Copied");
    assertThat(toast()).hasText("1 update marked as done");
    awaitChanges(1, () -> press("u"));
    shows(REDIS, POSTGRES);
    assertThat(toast()).hasText("Action undone");
    assertThat(row("redis")).not().hasClass(Pattern.compile(".*arrived.*"));
    assertThat(page.getByText("1 new update")).hasCount(0);
  }

  @Test
  void undoKeepsLaterChanges() {
    backend.receive(POSTGRES, REDIS);
    open();
    awaitChanges(1, () -> markAllAsDone());
    backend.receive(SONARR);
    shows(SONARR);
    press("u");
    shows(SONARR, REDIS, POSTGRES);
  }

  /** Requests are sent one after the other, however slow the server is. */
  @Test
  void actionsAfterAnUndoDoNotOvertakeIt() {
    backend.receive(POSTGRES, REDIS);
    open();
    var paused = new ArrayList<Route>();
    page.route(
        "**/api/v1/acknowledgements",
        route -> {
          paused.add(route);
          if (paused.size() > 1) route.resume();
        });
    var sent = new ArrayList<String>();
    page.onRequest(
        request -> {
          if (!request.method().equals("GET")) sent.add(request.method());
        });
    press("j", "e");
    page.waitForCondition(() -> !paused.isEmpty());
    press("u");
    shows(REDIS, POSTGRES);
    awaitChanges(
        3,
        () -> {
          markAllAsDone();
          assertThat(heading("All caught up")).isVisible();
          assertThat(sent).containsExactly("POST");
          paused.get(0).resume();
        });
    assertThat(sent).containsExactly("POST", "DELETE", "POST");
    open();
    assertThat(heading("All caught up")).isVisible();
  }

  @Test
  void leavingWithUnsavedChangesWarns() {
    backend.receive(POSTGRES);
    open();
    assertThat(mayLeave()).isTrue();
    var paused = new ArrayList<Route>();
    page.route("**/api/v1/acknowledgements", paused::add);
    press("j", "e");
    assertThat(heading("All caught up")).isVisible();
    page.waitForCondition(() -> !paused.isEmpty());
    assertThat(mayLeave()).isFalse();
    paused.get(0).resume();
    page.waitForCondition(this::mayLeave);
  }

  @Test
  void undoRestoresThePreviousTag() {
    backend.receive(POSTGRES, REDIS);
    backend.tag("databases", POSTGRES);
    backend.tag("media");
    open();
    press("j", "x", "j", "x", "t");
    button("media").click();
    hasGroups("media");
    button("Undo").click();
    hasGroups("databases", "Untagged");
    open();
    hasGroups("databases", "Untagged");
  }

  @Test
  void undoStaysWhileThePointerIsOnIt() {
    page.clock().install();
    backend.receive(POSTGRES, REDIS);
    open();
    button("Mark postgres as done").click();
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
  void recentActionsCanBeUndone() {
    backend.receive(POSTGRES, REDIS);
    open();
    awaitChanges(1, () -> markAllAsDone());
    open("?view=done");
    var past = page.getByRole(AriaRole.REGION).first().getByRole(AriaRole.LISTITEM).first();
    assertThat(past).containsText("2 marked as done");
    past.getByRole(AriaRole.BUTTON).first().click();
    assertThat(past).containsText("undone just now");
    press("g", "p");
    shows(REDIS, POSTGRES);
  }

  @Test
  void theLastActionCanBeUndoneAfterAReload() {
    backend.receive(POSTGRES, REDIS);
    open();
    awaitChanges(1, () -> button("Mark postgres as done").click());
    open();
    shows(REDIS);
    press("u");
    assertThat(page.getByRole(AriaRole.DIALOG)).containsText("1 marked as done: postgres");
    awaitChanges(1, () -> page.keyboard().press("Enter"));
    shows(REDIS, POSTGRES);
    answer("api/v1/actions", "{\"items\":[],\"next_cursor\":null}");
    press("u");
    assertThat(toast()).hasText("Nothing to undo");
  }

  /** The server has done it, and answers the repeated request as the first one. */
  @Test
  void anActionWhoseAnswerIsLostIsConfirmedAndCanBeUndone() {
    var sent = markAsDoneWithoutAnswer(UndoIT::loseAnswer);
    assertThat(mayLeave()).isFalse();
    page.clock().runFor(2_000);
    assertThat(alert()).isEmpty();
    page.waitForCondition(this::mayLeave);
    shows(POSTGRES);
    assertThat(sent).hasValue(2);
    awaitChanges(1, () -> press("u"));
    shows(lost, POSTGRES);
    open();
    shows(lost, POSTGRES);
  }

  @Test
  void anActionThatDidNotReachTheServerIsRepeated() {
    markAsDoneWithoutAnswer(Route::abort);
    assertThat(page.locator(".update.gone")).containsText("Not confirmed yet");
    assertThat(page).hasTitle("(1) Pending – DiunDashboard");
    page.clock().runFor(2_000);
    page.waitForCondition(this::mayLeave);
    assertThat(alert()).isEmpty();
    shows(POSTGRES);
    assertThat(states(lost)).contains("nas acknowledged").doesNotContain("pending");
    awaitChanges(1, () -> press("u"));
    shows(lost, POSTGRES);
  }

  /** Undo is for the action of the page, which changed nothing. */
  @Test
  void anEqualActionOfAnotherClientIsNotTakenForTheLostOne() {
    markAsDoneWithoutAnswer(Route::abort);
    backend.perform("acknowledgements", "{\"images\":[\"" + lost + "\"]}");
    page.clock().runFor(2_000);
    page.waitForCondition(this::mayLeave);
    assertThat(alert()).isEmpty();
    shows(POSTGRES);
    awaitChanges(1, () -> press("u"));
    assertThat(states(lost)).contains("nas acknowledged").doesNotContain("pending");
  }

  @Test
  void anActionThatIsNotConfirmedCanBeUndone() {
    markAsDoneWithoutAnswer(UndoIT::loseAnswer);
    awaitChanges(
        1,
        () -> {
          press("u");
          page.clock().runFor(2_000);
        });
    assertThat(toast()).hasText("Action undone");
    assertThat(alert()).isEmpty();
    shows(lost, POSTGRES);
    open();
    shows(lost, POSTGRES);
  }

  /** Returns the number of requests that change something. */
  private AtomicInteger markAsDoneWithoutAnswer(Consumer<Route> answer) {
    expectFailedRequests();
    page.clock().install();
    backend.receive(POSTGRES, lost);
    open();
    var sent = new AtomicInteger();
    page.onRequest(
        request -> {
          if (!request.method().equals("GET")) sent.incrementAndGet();
        });
    page.route("**/api/v1/acknowledgements", answer, new Page.RouteOptions().setTimes(1));
    press("j", "e");
    assertThat(alert()).hasText("redis not confirmed yet: the server has not answered. Retrying…");
    return sent;
  }

  /** The server carries out the request, but its answer does not arrive. */
  private static void loseAnswer(Route route) {
    route.fetch();
    route.abort();
  }

  private Locator alert() {
    return page.getByRole(AriaRole.ALERT);
  }

  @Test
  void aRejectedUndoShowsTheReason() {
    expectFailedRequests();
    backend.receive(POSTGRES, REDIS);
    open();
    awaitChanges(1, () -> button("Mark postgres as done").click());
    page.route("**/api/v1/acknowledgements/*", route -> refuse(route, "The disk is full."));
    button("Undo").click();
    assertThat(page.getByRole(AriaRole.ALERT)).hasText("The disk is full.");
    shows(REDIS);
  }
}
