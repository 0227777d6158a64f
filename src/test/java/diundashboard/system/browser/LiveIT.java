package diundashboard.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LiveIT extends PageTest {

  private static final int FIVE_SECONDS = 5_000;

  @Test
  void aNewUpdateAppearsAutomatically() {
    backend.receive(POSTGRES);
    open();
    backend.receive(REDIS);
    assertThat(row("redis"))
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(FIVE_SECONDS));
    assertThat(page.locator("body").getByText("1 new update", exactly())).hasCount(1);
    assertThat(page).hasTitle("(2) Pending – DiunDashboard");
  }

  @Test
  void changesOfOtherUsersAppearAutomatically() {
    backend.receive(POSTGRES, REDIS);
    open();
    backend.acknowledge(POSTGRES);
    backend.tag("databases", REDIS);
    hasGroups("databases");
    shows(REDIS);
  }

  @Test
  void changesAppearInOtherWindows() {
    backend.receive(POSTGRES, REDIS);
    open();
    var other = page.context().newPage();
    other.navigate(Site.uri().toString());
    assertThat(other.locator(".update > .name")).hasText(new String[] {"redis", "postgres"});
    button("Mark postgres as done").click();
    assertThat(other.locator(".update > .name")).hasText(new String[] {"redis"});
    shows(REDIS);
    press("u");
    assertThat(other.locator(".update > .name")).hasText(new String[] {"redis", "postgres"});
    shows(REDIS, POSTGRES);
  }

  @Test
  void rowsDoNotMoveDuringADialog() {
    backend.receive(POSTGRES);
    open();
    opener("postgres").focus();
    press("t");
    page.waitForResponse(
        response ->
            response.url().contains("limit=500")
                && response.status() == 200
                && response.text().contains(REDIS),
        () -> backend.receive(REDIS));
    shows(POSTGRES);
    press("Escape");
    movePointerAway();
    shows(REDIS, POSTGRES);
  }

  @Test
  void rowsDoNotMoveUnderThePointer() {
    backend.receive(POSTGRES);
    open();
    row("postgres").hover();
    backend.receive(REDIS, SONARR);
    assertThat(button("Show 2 new updates")).isVisible();
    shows(POSTGRES);
    button("Show 2 new updates").click();
    shows(SONARR, REDIS, POSTGRES);
    row("redis").hover();
    backend.receive(TRAEFIK);
    assertThat(button("Show 1 new update")).isVisible();
    movePointerAway();
    shows(TRAEFIK, SONARR, REDIS, POSTGRES);
  }

  @Test
  void whatArrivesAboveTheWindowIsTold() {
    for (var i = 0; i < 60; i++) backend.receive("docker.io/live/app-%02d:1".formatted(i));
    open("?group=none");
    row("app-00").scrollIntoViewIfNeeded();
    backend.receive(REDIS);
    assertThat(button("Show 1 new update")).isInViewport();
    assertThat(row("redis")).hasCount(0);
    button("Show 1 new update").click();
    assertThat(row("redis")).isInViewport();
    movePointerAway();
    row("app-00").scrollIntoViewIfNeeded();
    backend.receive(SONARR);
    assertThat(button("Show 1 new update")).isInViewport();
    press("Home");
    assertThat(row("sonarr")).isInViewport();
  }

  @Test
  void rowsThatOthersMarkAsDoneDoNotMoveTheOthersUnderThePointer() {
    backend.receive(POSTGRES, REDIS, SONARR);
    open();
    assertThat(page.getByText("Live")).isVisible();
    button("Mark postgres as done").hover();
    backend.acknowledge(SONARR);
    assertThat(page.locator(".update.gone")).containsText("Marked as done");
    assertThat(page).hasTitle("(2) Pending – DiunDashboard");
    assertThat(group("Untagged").locator(".count")).hasText("2");
    shows(SONARR, REDIS, POSTGRES);
    page.mouse().down();
    page.mouse().up();
    movePointerAway();
    shows(REDIS);
    open();
    shows(REDIS);
  }

  /** The row of another group would move, too. */
  @Test
  void rowsThatOthersTagDoNotMoveUnderThePointer() {
    backend.receive(POSTGRES, REDIS);
    open();
    row("postgres").hover();
    page.waitForResponse(
        response -> response.url().contains("limit=500") && response.status() == 200,
        () -> backend.tag("databases", REDIS));
    hasGroups("Untagged");
    movePointerAway();
    hasGroups("databases", "Untagged");
  }

  @Test
  void rowsDoNotMoveWhileTyping() {
    backend.receive(POSTGRES);
    open();
    press("/");
    backend.receive(REDIS);
    assertThat(button("Show 1 new update")).isVisible();
    shows(POSTGRES);
    press("Escape", "Escape"); // the first one closes the suggestions
    shows(REDIS, POSTGRES);
  }

  @Test
  void anUnchangedListIsNotTransferredAgain() {
    backend.receive(POSTGRES, REDIS, SONARR, TRAEFIK);
    open();
    var nextAnswer =
        """
        new Promise(resolve => {
          new PerformanceObserver(list => list.getEntries()
              .filter(entry => entry.name.includes('api/v1/inbox') && entry.name.includes('limit=500'))
              .forEach(({ transferSize, encodedBodySize }) => resolve(transferSize < encodedBodySize)))
              .observe({ type: 'resource' });
          dispatchEvent(new Event('online'));
        })
        """;
    assertThat(page.evaluate(nextAnswer)).isEqualTo(true);
  }

  @Test
  void thePagePollsWithoutEvents() {
    expectFailedRequests();
    page.route("**/api/v1/events", Route::abort);
    backend.receive(POSTGRES);
    open();
    backend.receive(REDIS);
    assertThat(row("redis"))
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(FIVE_SECONDS));
  }

  @Test
  void aHiddenPageCountsOnceAMinute() {
    page.clock().install();
    var asked = countRequests();
    backend.receive(POSTGRES);
    open();
    pretendHidden(true);
    var before = asked.get();
    backend.receive(REDIS);
    page.waitForResponse("**/api/v1/images?**", () -> page.clock().runFor("01:01"));
    assertThat(page).hasTitle("(2) Pending – DiunDashboard");
    assertThat(asked.get()).isEqualTo(before);
    page.waitForResponse("**/api/v1/inbox?**", () -> pretendHidden(false));
    shows(REDIS, POSTGRES);
  }

  @Test
  void aSlowServerGetsOneRequestAtATime() {
    page.clock().install();
    page.route("**/api/v1/inbox?**", route -> {});
    var asked = countRequests();
    page.navigate(Site.uri().toString());
    assertThat(page.getByText("Loading…")).isVisible();
    page.clock().runFor("00:09");
    assertThat(asked.get()).isEqualTo(1);
  }

  @Test
  void aRejectedActionIsRevertedWithTheReason() {
    expectFailedRequests();
    backend.receive(POSTGRES, REDIS);
    open();
    page.route("**/api/v1/acknowledgements", route -> refuse(route, "The disk is full."));
    button("Mark postgres as done").click();
    var alert = page.getByRole(AriaRole.ALERT);
    assertThat(alert).hasText("Couldn’t change postgres: The disk is full.");
    shows(REDIS, POSTGRES);
    button("Dismiss").click();
    assertThat(alert).isEmpty();
  }

  @Test
  void aRejectionStaysUntilItIsDismissed() {
    expectFailedRequests();
    backend.receive(POSTGRES, REDIS, SONARR);
    open();
    page.route(
        "**/api/v1/acknowledgements",
        route -> refuse(route, "The disk is full."),
        new Page.RouteOptions().setTimes(1));
    press("j", "e");
    var alert = page.getByRole(AriaRole.ALERT);
    assertThat(alert).hasText("Couldn’t change sonarr: The disk is full.");
    assertThat(button("Undo")).hasCount(0);
    assertThat(row("sonarr")).containsText("Change failed");
    awaitChanges(1, () -> press("e"));
    assertThat(toast()).hasText("1 update marked as done");
    assertThat(button("Undo")).isVisible();
    assertThat(alert).hasText("Couldn’t change sonarr: The disk is full.");
    shows(SONARR, POSTGRES);
    opener("sonarr").focus();
    assertThat(row("sonarr")).not().containsText("Change failed");
    button("Dismiss").click();
    assertThat(alert).isEmpty();
    assertThat(button("Undo")).isVisible();
  }

  @Test
  void aRejectedTagIsRevertedWithTheReason() {
    expectFailedRequests();
    backend.receive(POSTGRES, REDIS);
    backend.tag("databases", REDIS);
    open();
    page.route("**/api/v1/tag-assignments", route -> refuse(route, "The disk is full."));
    row("postgres").locator(".service").dragTo(group("databases"));
    assertThat(page.getByRole(AriaRole.ALERT))
        .hasText("Couldn’t change postgres: The disk is full.");
    hasGroups("databases", "Untagged");
    shows(REDIS, POSTGRES);
  }

  @Test
  void theListIsKeptWhileTheServerIsUnreachableAndThenUpdated() {
    expectFailedRequests();
    backend.receive(POSTGRES);
    open();
    var connection = page.getByRole(AriaRole.BANNER).getByRole(AriaRole.STATUS);
    assertThat(connection).hasText("Live");
    assertThat(connection).hasAttribute("title", Pattern.compile("Live since \\d.*"));
    page.context().setOffline(true);
    assertThat(connection).hasText(Pattern.compile("Not connected since \\d.*"));
    assertThat(page.getByText("Can’t reach the server.")).isVisible();
    assertThat(page.getByRole(AriaRole.MAIN)).hasClass("away");
    shows(POSTGRES);
    page.context().setOffline(false);
    backend.receive(REDIS);
    shows(REDIS, POSTGRES);
    assertThat(connection).hasText("Live");
    assertThat(page.getByText("Can’t reach the server.")).hasCount(0);
  }

  @Test
  void aServerThatStaysUnreachableIsOffline() {
    expectFailedRequests();
    page.clock().install();
    backend.receive(POSTGRES);
    open();
    page.route("**/api/**", Route::abort);
    page.evaluate("dispatchEvent(new Event('online'))");
    var connection = page.getByRole(AriaRole.BANNER).getByRole(AriaRole.STATUS);
    assertThat(connection).hasText("Reconnecting…");
    assertThat(page.locator(".banner")).hasCount(0);
    page.clock().runFor("00:20");
    assertThat(connection).hasText(Pattern.compile("Not connected since \\d.*"));
    assertThat(page.locator(".banner")).isVisible();
  }

  /** Such as behind a proxy that does not let event streams through. */
  @Test
  void withoutEventsThePagePolls() {
    expectFailedRequests();
    page.route("**/api/v1/events", Route::abort);
    backend.receive(POSTGRES);
    open();
    assertThat(page.getByRole(AriaRole.BANNER).getByRole(AriaRole.STATUS)).hasText("Every 4 s");
    backend.receive(REDIS);
    shows(REDIS, POSTGRES);
  }

  private AtomicInteger countRequests() {
    var count = new AtomicInteger();
    page.onRequest(
        request -> {
          if (request.url().contains("limit=500")) count.incrementAndGet();
        });
    return count;
  }

  private void pretendHidden(boolean isHidden) {
    page.evaluate(
        """
        isHidden => {
          Object.defineProperty(document, 'hidden', { value: isHidden, configurable: true });
          document.dispatchEvent(new Event('visibilitychange'));
        }
        """,
        isHidden);
  }
}
