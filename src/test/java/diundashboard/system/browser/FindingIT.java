package diundashboard.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

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
    search().fill("registry:docker.io -redis");
    shows(POSTGRES);
    page.reload();
    shows(POSTGRES);
    assertThat(search()).hasValue("registry:docker.io -redis");
  }

  /** A request for "older:" would fail, and the browser would log it. */
  @Test
  void anIncompleteKeyIsNotSearched() {
    backend.receive(POSTGRES);
    open();
    search().pressSequentially("older:0d newer:7d");
    press("Enter");
    shows(POSTGRES);
    assertThat(page).hasURL(Site.uri() + "?q=older%3A0d+newer%3A7d");
  }

  @Test
  void aPastedReferenceIsFoundByItsRegistry() {
    var images = List.of("registry.lan:5000/team/api:1.4.2", "registry:5000/team/web:2");
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

  @Test
  void backGoesThroughSearchesAndViews() {
    backend.receive(POSTGRES, REDIS);
    open();
    page.getByLabel("Group by").selectOption("host");
    search().pressSequentially("redis");
    shows(REDIS);
    press("Enter");
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Hosts")).first().click();
    assertThat(main()).containsText("Last report from nas:");
    assertThat(page).hasURL(Site.uri() + "?view=hosts&q=redis&group=host");
    page.goBack();
    shows(REDIS);
    page.goBack();
    shows(REDIS, POSTGRES);
    assertThat(search()).hasValue("");
    page.goBack();
    assertThat(page.getByLabel("Group by")).hasValue("tag");
    page.goForward();
    hasGroups("nas");
  }

  @Test
  void updatesAreGroupedByTheChosenKey() {
    backend.receive(POSTGRES, SONARR);
    backend.tag("media", SONARR);
    open("?group=registry");
    hasGroups("docker.io", "lscr.io");
    page.getByLabel("Group by").selectOption("host");
    hasGroups("nas");
    page.getByLabel("Group by").selectOption("stack");
    hasGroups("No stack");
    page.getByLabel("Group by").selectOption("none");
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
    hasGroups("Untagged", "media");
    shows(POSTGRES);
    button("Toggle group media").click();
    shows(POSTGRES, SONARR);
  }

  @Test
  void aBarFiltersByItsDay() {
    backend.receive(POSTGRES);
    open();
    page.locator(".bars g").last().click();
    assertThat(search()).hasValue(Pattern.compile("on:\\d{4}-\\d\\d-\\d\\d"));
    shows(POSTGRES);
    page.locator(".bars g").first().click();
    assertThat(heading("No results")).isVisible();
  }

  @Test
  void wordsAreFilteredLocallyUntilTheServerAnswers() {
    backend.receive(POSTGRES, REDIS, SONARR);
    open();
    var paused = new ArrayList<Route>();
    var searches = "**/api/v1/images?*q=*ocker*";
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
    var bars = page.locator(".bars").getByRole(AriaRole.BUTTON);
    assertThat(bars).hasCount(30);
    button("1 pending").focus();
    press("Tab");
    assertThat(bars.last()).isFocused();
    assertThat(bars.last())
        .hasAccessibleName(Pattern.compile(".+ 20\\d\\d: [1-9]\\d* new updates?"));
    press("Enter");
    assertThat(search()).hasValue(Pattern.compile("on:\\d{4}-\\d\\d-\\d\\d"));
    assertThat(bars.last()).hasAttribute("aria-pressed", "true");
    press("ArrowLeft", " ");
    assertThat(heading("No results")).isVisible();
    assertThat(bars.nth(28)).isFocused();
    press("Tab", "Shift+Tab");
    assertThat(bars.nth(28)).isFocused();
    press(" ");
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
    assertThat(button("Mark all 700 as done")).isVisible();
    page.locator(".update").last().scrollIntoViewIfNeeded();
    assertThat(page.locator(".update")).hasCount(700);
    assertThat(page.getByText("Loading…")).hasCount(0);
  }

  @Test
  void theSortOrderCanBeChosen() {
    backend.receive(SONARR, POSTGRES, REDIS);
    open();
    shows(REDIS, POSTGRES, SONARR);
    page.getByLabel("Sort by").selectOption("oldest");
    shows(SONARR, POSTGRES, REDIS);
    page.getByLabel("Sort by").selectOption("name");
    shows(POSTGRES, REDIS, SONARR);
    assertThat(page).hasURL(Site.uri() + "?order=name");
  }

  @Test
  void updatesOlderThanThirtyDaysAreCountedAndFound() {
    backend.receive(POSTGRES);
    answer(
        "api/v1/images", Samples.page(List.of(Samples.aged(POSTGRES, Duration.ofDays(31))), null));
    open();
    button("1 older than 30 days").click();
    assertThat(search()).hasValue("older:30d");
    shows(POSTGRES);
    assertThat(row("postgres").getByRole(AriaRole.TIME)).hasText("31d ago");
  }
}
