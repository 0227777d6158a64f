package diundashboard.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LiveIT extends PageTest {

  private static final int FIVE_SECONDS = 5_000;

  @Test
  void aNewUpdateShowsByItself() {
    backend.receive(POSTGRES);
    open();
    backend.receive(REDIS);
    assertThat(row("redis"))
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(FIVE_SECONDS));
    assertThat(page.getByText("1 new update")).hasCount(1);
    assertThat(page).hasTitle("(2) Diun Dashboard");
  }

  @Test
  void whatSomebodyElseDidShowsByItself() {
    backend.receive(POSTGRES, REDIS);
    open();
    backend.acknowledge(POSTGRES);
    backend.tag("databases", REDIS);
    hasGroups("databases");
    shows(REDIS);
  }

  @Test
  void whatIsDoneInOneWindowIsDoneInTheOther() {
    backend.receive(POSTGRES, REDIS);
    open();
    var other = page.context().newPage();
    other.navigate(Site.uri().toString());
    assertThat(other.locator(".image")).hasText(new String[] {REDIS, POSTGRES});
    button("Done with postgres").click();
    assertThat(other.locator(".image")).hasText(new String[] {REDIS});
    shows(REDIS);
    press("u");
    assertThat(other.locator(".image")).hasText(new String[] {REDIS, POSTGRES});
    shows(REDIS, POSTGRES);
  }

  @Test
  void rowsStayBehindADialog() {
    backend.receive(POSTGRES);
    open();
    button("Tag postgres").click();
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
  void nothingSlidesInUnderThePointer() {
    backend.receive(POSTGRES);
    open();
    row("postgres").hover();
    backend.receive(REDIS, SONARR);
    assertThat(button("2 new, show")).isVisible();
    shows(POSTGRES);
    button("2 new, show").click();
    shows(SONARR, REDIS, POSTGRES);
    row("redis").hover();
    backend.receive(TRAEFIK);
    assertThat(button("1 new, show")).isVisible();
    movePointerAway();
    shows(TRAEFIK, SONARR, REDIS, POSTGRES);
  }

  @Test
  void nothingSlidesInWhileOneTypes() {
    backend.receive(POSTGRES);
    open();
    press("/");
    backend.receive(REDIS);
    assertThat(button("1 new, show")).isVisible();
    shows(POSTGRES);
    press("Escape");
    shows(REDIS, POSTGRES);
  }

  @Test
  void anUnchangedListIsNotSentAgain() {
    backend.receive(POSTGRES, REDIS, SONARR, TRAEFIK);
    open();
    var nextAnswer =
        """
        new Promise(resolve => {
          new PerformanceObserver(list => list.getEntries()
              .filter(entry => entry.name.includes('api/v1/images') && entry.name.includes('limit=500'))
              .forEach(({ transferSize, encodedBodySize }) => resolve(transferSize < encodedBodySize)))
              .observe({ type: 'resource' });
          dispatchEvent(new Event('online'));
        })
        """;
    assertThat(page.evaluate(nextAnswer)).isEqualTo(true);
  }

  @Test
  void withoutEventsThePageAsksByItself() {
    expectFailedRequests();
    page.route("**/api/v1/events", Route::abort);
    backend.receive(POSTGRES);
    open();
    backend.receive(REDIS);
    assertThat(row("redis"))
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(FIVE_SECONDS));
  }

  @Test
  void aHiddenPageAsksNothing() {
    page.clock().install();
    var asked = countRequests();
    open();
    pretendHidden(true);
    var before = asked.get();
    page.clock().runFor("10:00");
    assertThat(asked.get()).isEqualTo(before);
    page.waitForResponse("**/api/v1/images?**", () -> pretendHidden(false));
  }

  @Test
  void aSlowServerIsAskedOnceAtATime() {
    page.clock().install();
    page.route("**/api/v1/images?**", route -> {});
    var asked = countRequests();
    page.navigate(Site.uri().toString());
    assertThat(page.getByText("Loading…")).isVisible();
    page.clock().runFor("00:09");
    assertThat(asked.get()).isEqualTo(1);
  }

  @Test
  void aRefusedChangeIsPutBackWithTheReason() {
    expectFailedRequests();
    backend.receive(POSTGRES, REDIS);
    open();
    page.route("**/api/v1/acknowledgements", route -> refuse(route, "The disk is full."));
    button("Done with postgres").click();
    var alert = page.getByRole(AriaRole.ALERT);
    assertThat(alert).hasText("postgres put back: The disk is full.");
    shows(REDIS, POSTGRES);
    button("Dismiss").click();
    assertThat(alert).isEmpty();
  }

  @Test
  void aRefusedTagIsPutBackWithTheReason() {
    expectFailedRequests();
    backend.receive(POSTGRES, REDIS);
    backend.tag("databases", REDIS);
    open();
    page.route("**/api/v1/tag-assignments", route -> refuse(route, "The disk is full."));
    row("postgres").dragTo(group("databases"));
    assertThat(page.getByRole(AriaRole.ALERT)).hasText("postgres put back: The disk is full.");
    hasGroups("Untagged", "databases");
    shows(POSTGRES, REDIS);
  }

  @Test
  void theListStaysWhileTheServerIsAwayAndComesBackByItself() {
    expectFailedRequests();
    backend.receive(POSTGRES);
    open();
    var connection = page.getByRole(AriaRole.BANNER).getByRole(AriaRole.STATUS);
    assertThat(connection).hasText("live");
    page.context().setOffline(true);
    assertThat(connection).hasText("reconnecting");
    assertThat(page.getByText("The server does not answer.")).isVisible();
    assertThat(page.getByRole(AriaRole.MAIN)).hasClass("away");
    shows(POSTGRES);
    page.context().setOffline(false);
    backend.receive(REDIS);
    shows(REDIS, POSTGRES);
    assertThat(connection).hasText("live");
    assertThat(page.getByText("The server does not answer.")).hasCount(0);
  }

  @Test
  void aServerThatStaysAwayIsOffline() {
    expectFailedRequests();
    page.clock().install();
    page.route("**/api/**", Route::abort);
    page.navigate(Site.uri().toString());
    var connection = page.getByRole(AriaRole.BANNER).getByRole(AriaRole.STATUS);
    assertThat(connection).hasText("reconnecting");
    page.clock().runFor("00:20");
    assertThat(connection).hasText("offline");
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
