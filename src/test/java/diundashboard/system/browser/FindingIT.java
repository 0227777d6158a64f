package diundashboard.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import diundashboard.Payloads;
import diundashboard.platform.json.JsonReaders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Search, sort order, groups and pages, and their parameters in the URL. */
class FindingIT extends PageTest {

  @Test
  void theSearchFiltersTheListAndIsKeptInTheUrl() {
    backend.receive(POSTGRES, REDIS, SONARR);
    open();
    assertThat(page.locator(".overlays > [role=status]")).isEmpty();
    search().fill("registry:docker.io -redis");
    shows(POSTGRES);
    assertThat(page.locator(".overlays > [role=status]")).hasText("1 update");
    page.reload();
    shows(POSTGRES);
    assertThat(search()).hasValue("registry:docker.io -redis");
  }

  /** A request for "older:" would fail, and the browser would log it. */
  @Test
  void anIncompleteKeyIsNotSearched() {
    page.clock().install();
    backend.receive(POSTGRES);
    open();
    for (var incomplete : List.of("older:", "nas -host:", "older:0d newer:")) {
      search().fill(incomplete);
      page.clock().runFor(1_000);
      assertThat(page).hasURL(Site.uri().toString());
    }
    search().pressSequentially("7d");
    press("Enter");
    shows(POSTGRES);
    assertThat(page).hasURL(Site.uri() + "?q=older%3A0d+newer%3A7d");
  }

  @Test
  void aPastedReferenceIsFoundByItsRegistry() {
    var images = List.of("registry.lan:5000/team/pasted:1.4.2", "registry:5000/team/web:2");
    images.forEach(backend::receive);
    open();
    for (var image : images) {
      search().fill(image);
      shows(image);
    }
    assertThat(heading("Invalid search")).hasCount(0);
  }

  @Test
  void aWordDoesNotFindMetadataOfTheProvider() {
    backend.receive(JsonReaders.read(Payloads.readField("long-pod-status")).asJsonObject());
    backend.receive(POSTGRES);
    open();
    search().fill("rackseven");
    shows("quay.io/prometheus/node-exporter:v1.3.1");
    search().fill("running");
    assertThat(heading("No results")).isVisible();
    search().fill("metadata.pod_status:*running*");
    shows("quay.io/prometheus/node-exporter:v1.3.1");
  }

  @Test
  void aSearchWithoutResultsCanBeCleared() {
    backend.receive(POSTGRES);
    open();
    search().fill("no such thing");
    assertThat(heading("No results")).isVisible();
    button("Clear search").click();
    shows(POSTGRES);
    assertThat(search()).hasValue("");
  }

  @Test
  void anInvalidSearchShowsTheReason() {
    expectFailedRequests();
    backend.receive(POSTGRES);
    open("?q=older:soon");
    assertThat(heading("Invalid search")).isVisible();
    assertThat(main()).containsText("older");
    button("Clear search").click();
    shows(POSTGRES);
  }

  /** The number of pending updates does not depend on the search. */
  @Test
  void aRejectedFirstSearchDoesNotHideThatUpdatesArePending() {
    expectFailedRequests();
    backend.receive(POSTGRES, REDIS);
    open("?q=older:xyz");
    assertThat(heading("Invalid search")).isVisible();
    assertThat(page).hasTitle("(2) Pending – DiunDashboard");
    assertThat(entry("Pending")).hasText("Pending 2");
  }

  @Test
  void anUnknownNumberIsNotZero() {
    expectFailedRequests();
    backend.receive(POSTGRES);
    page.route("**/api/v1/inbox?**", Route::abort);
    page.navigate(Site.uri() + "?q=older:xyz");
    assertThat(page.getByText("Can’t reach the server.")).isVisible();
    assertThat(entry("Pending")).hasText("Pending –");
    assertThat(page).hasTitle("Pending – DiunDashboard");
  }

  @Test
  void aRejectedSearchKeepsTheListBelowItsReason() {
    expectFailedRequests();
    backend.receive(POSTGRES, REDIS);
    open();
    search().fill("is:major");
    assertThat(search()).hasAccessibleDescription(Pattern.compile("“is:major” is unknown.*"));
    assertThat(main()).hasClass("rejected");
    assertThat(page.locator(".inbox")).hasAttribute("inert", "");
    assertThat(bar()).hasCount(0);
    shows(REDIS, POSTGRES);
    assertThat(entry("Pending")).hasText("Pending 2");
    assertThat(page).hasTitle("(2) Pending – DiunDashboard");
    press("Enter", "e");
    assertThat(toast()).isEmpty();
    press("Escape");
    assertThat(search()).hasAccessibleDescription("");
    assertThat(main()).not().hasClass("rejected");
    groupBox("Untagged").check();
    assertThat(bar()).containsText("2 selected");
  }

  @Test
  void aRejectedSearchInDoneKeepsItsListsBelowTheReason() {
    expectFailedRequests();
    backend.receive(POSTGRES);
    open();
    awaitChanges(1, () -> button("Mark postgres as done").click());
    press("g", "d");
    assertThat(page.locator(".past").first()).isVisible();
    search().fill("older:bad");
    assertThat(search()).hasAccessibleDescription(Pattern.compile("“older:bad” is not an age.*"));
    assertThat(page.locator(".past").first()).isVisible();
    page.reload();
    assertThat(heading("Invalid search")).isVisible();
  }

  /** The list of the search before is still there until the server has answered. */
  @Test
  void aClearedSearchIsNotAllDone() {
    backend.receive(POSTGRES);
    open("?q=nonsense");
    assertThat(heading("No results")).isVisible();
    var paused = new ArrayList<Route>();
    page.route("**/api/v1/inbox?*limit=500*", paused::add);
    button("Clear search").click();
    assertThat(main().getByText("Loading…")).isVisible();
    assertThat(entry("Pending")).hasText("Pending 1");
    page.waitForCondition(() -> !paused.isEmpty());
    paused.forEach(Route::resume);
    shows(POSTGRES);
  }

  /** The JDK of the server may be older than the browser. */
  @Test
  void aListOfAnotherSearchCannotBeActedOn() {
    expectFailedRequests();
    backend.receive(POSTGRES);
    backend.receiveOn("vps", REDIS);
    open();
    page.context().setOffline(true);
    search().fill("host:vps");
    assertThat(page.locator(".inbox")).hasClass("inbox outdated");
    search().press("Enter");
    press("e", "x");
    assertThat(page.locator(".toast.visually-hidden")).hasCount(2);
    assertThat(page.locator(".selection")).hasCount(0);
    page.context().setOffline(false);
    shows(REDIS);
    assertThat(page.locator(".inbox")).hasClass("inbox ");
  }

  @Test
  void anUnknownTimeZoneIsReplacedByItsOffset() {
    newWindow(new Browser.NewContextOptions().setTimezoneId("Asia/Kathmandu"));
    page.addInitScript(
        """
        const original = Intl.DateTimeFormat.prototype.resolvedOptions;
        Intl.DateTimeFormat.prototype.resolvedOptions = function () {
          return { ...original.call(this), timeZone: 'Mars/Base' };
        };
        """);
    var zones = new ArrayList<String>();
    page.onRequest(
        request -> {
          if (request.url().contains("tz=")) {
            zones.add(request.url().replaceFirst(".*/api/v1/(\\w+).*[?&]tz=([^&]+).*", "$1 $2"));
          }
        });
    backend.receive(POSTGRES);
    open();
    shows(POSTGRES);
    assertThat(page.locator(".bars g")).hasCount(30);
    assertThat(zones).containsExactly("insights Mars%2FBase%2C%2B05%3A45");
    zones.clear();
    page.locator(".bars g").last().click();
    assertThat(search()).hasValue(Pattern.compile("on:.*"));
    shows(POSTGRES);
    assertThat(zones).isNotEmpty().allMatch("inbox Mars%2FBase%2C%2B05%3A45"::equals);
  }

  @Test
  void backGoesThroughSearchesAndViews() {
    backend.receive(POSTGRES, REDIS);
    open();
    display("Group by", "Host");
    search().pressSequentially("redis");
    shows(REDIS);
    press("Enter");
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Hosts")).first().click();
    assertThat(main()).containsText("Last report from nas:");
    assertThat(page).hasURL(Site.uri() + "?view=hosts&group=host");
    page.goBack();
    shows(REDIS);
    page.goBack();
    shows(REDIS, POSTGRES);
    assertThat(search()).hasValue("");
    page.goBack();
    assertThat(page.locator(".display")).hasText("Tag · Newest first");
    page.goForward();
    hasGroups("nas");
  }

  @Test
  void updatesAreGroupedByTheChosenKey() {
    backend.receive(POSTGRES, SONARR);
    backend.tag("media", SONARR);
    open("?group=registry");
    hasGroups("docker.io", "lscr.io");
    display("Group by", "Host");
    hasGroups("nas");
    display("Group by", "Stack");
    hasGroups("No stack");
    display("Group by", "No groups");
    hasGroups("All");
    assertThat(row("sonarr")).containsText("media");
  }

  @Test
  void aCollapsedGroupStaysCollapsed() {
    backend.receive(POSTGRES, SONARR);
    backend.tag("media", SONARR);
    open();
    button("Toggle group media").click();
    shows(POSTGRES);
    page.reload();
    hasGroups("media", "Untagged");
    shows(POSTGRES);
    button("Toggle group media").click();
    shows(SONARR, POSTGRES);
  }

  @Test
  void aBarFiltersByItsDay() {
    backend.receive(POSTGRES);
    open();
    page.locator(".bars g").last().click();
    assertThat(search()).hasValue(Pattern.compile("on:\\d{4}-\\d\\d-\\d\\d"));
    shows(POSTGRES);
    assertThat(page.locator(".bars g").last()).hasAttribute("aria-pressed", "true");
    page.locator(".bars g").last().click();
    assertThat(search()).hasValue("");
    awaitChanges(1, () -> button("Mark postgres as done").click());
    movePointerAway();
    assertThat(page.locator(".bars g").last())
        .hasAccessibleName(Pattern.compile(".+ 20\\d\\d: [1-9]\\d* came, 0 pending"));
    assertThat(page.locator(".bars").getByRole(AriaRole.BUTTON)).hasCount(0);
  }

  @Test
  void wordsAreFilteredLocallyUntilTheServerAnswers() {
    backend.receive(POSTGRES, REDIS, SONARR);
    open();
    var paused = new ArrayList<Route>();
    var searches = "**/api/v1/inbox?*q=*ocker*";
    page.route(searches, paused::add);
    search().fill("Docker.io redis");
    shows(REDIS);
    search().fill("docker.io nothing of this");
    shows(SONARR, REDIS, POSTGRES);
    page.unroute(searches);
    paused.forEach(Route::resume);
    assertThat(heading("No results")).isVisible();
  }

  @Test
  void theBarsAreUsableByKeyboard() {
    backend.receive(POSTGRES);
    open();
    var bars = page.locator(".bars g");
    assertThat(bars).hasCount(30);
    bars.last().focus();
    assertThat(bars.last()).isFocused();
    assertThat(bars.last())
        .hasAccessibleName(Pattern.compile(".+ 20\\d\\d: [1-9]\\d* came, 1 pending"));
    press("Enter");
    assertThat(search()).hasValue(Pattern.compile("on:\\d{4}-\\d\\d-\\d\\d"));
    assertThat(bars.last()).hasAttribute("aria-pressed", "true");
    press("ArrowLeft");
    assertThat(bars.nth(28)).isFocused();
    press("Tab", "Shift+Tab");
    assertThat(bars.nth(28)).isFocused();
    press("ArrowRight", " ");
    assertThat(search()).hasValue("");
    shows(POSTGRES);
  }

  @Test
  void scrollingLoadsTheNextPage() {
    var all =
        IntStream.range(0, 700).mapToObj(i -> "docker.io/acme/app-%03d:1".formatted(i)).toList();
    answer("api/v1/images", Samples.page(all.subList(0, 500), "next", 700));
    page.route(
        url -> url.contains("cursor=next"),
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setContentType("application/json")
                    .setBody(Samples.page(all.subList(500, 700), null, 700))));
    open("?group=none");
    assertThat(page.locator(".update")).hasCount(500);
    groupBox("All").check();
    assertThat(bar()).containsText("700 selected");
    page.locator(".update").last().scrollIntoViewIfNeeded();
    assertThat(page.locator(".update")).hasCount(700);
    assertThat(page.getByText("Loading…")).hasCount(0);
  }

  /**
   * The choice is remembered for this browser, the address wins, and the keys of the list work at
   * once.
   */
  @Test
  void theDisplayIsRememberedAndReturnsTheFocus() {
    backend.receive(POSTGRES, REDIS);
    open();
    display("Group by", "Host");
    hasGroups("nas");
    assertThat(page.locator(".update > .name").first()).isFocused();
    press("j", "x");
    assertThat(page.locator(".update.selected")).hasCount(1);
    open();
    hasGroups("nas");
    assertThat(page).hasURL(Site.uri() + "?group=host");
    open("?group=registry");
    hasGroups("docker.io");
    display("Group by", "Tag");
    assertThat(page).hasURL(Site.uri().toString());
    display("Columns", "Age");
    press("Escape");
    display("Columns", "Registry");
    open();
    assertThat(page).hasURL(Site.uri() + "?columns=kind%2Cwhere");
    var first = page.locator(".update").first();
    assertThat(first.locator(".host")).isVisible();
    for (var column : List.of(".age", ".path")) assertThat(first.locator(column)).isHidden();
    open("?columns=age");
    assertThat(first.locator(".age")).isVisible();
    assertThat(first.locator(".host")).isHidden();
  }

  @Test
  void theSortOrderCanBeChosen() {
    backend.receive(SONARR, POSTGRES, REDIS);
    open();
    shows(REDIS, POSTGRES, SONARR);
    display("Sort by", "Oldest first");
    shows(SONARR, POSTGRES, REDIS);
    display("Sort by", "Name");
    shows(POSTGRES, REDIS, SONARR);
    assertThat(page).hasURL(Site.uri() + "?order=name");
  }

  @Test
  void updatesOlderThanThirtyDaysAreCountedAndFound() {
    backend.receive(POSTGRES);
    answer(
        "api/v1/images", Samples.page(List.of(Samples.aged(POSTGRES, Duration.ofDays(31))), null));
    open();
    button("Over a month 1").click();
    assertThat(search()).hasValue("older:30d");
    shows(POSTGRES);
    assertThat(row("postgres").getByRole(AriaRole.TIME)).hasText("4w");
  }
}
