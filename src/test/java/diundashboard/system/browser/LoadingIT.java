package diundashboard.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The number and the size of the files that the page consists of. */
class LoadingIT extends PageTest {

  private static final String ICONS = "icons/services-";

  private static final Pattern CURSOR = Pattern.compile(".* cursor .*");

  /** The number of rows of which the browser computes style and layout. */
  private static final String RENDERED_ROWS =
      "[...document.querySelectorAll('.update')].filter(each => each.checkVisibility({ contentVisibilityAuto: true })).length";

  private static final String LOADED_ROWS =
      "[...document.querySelectorAll('.chunk')].reduce((sum, { style }) => sum + Number(style.getPropertyValue('--rows')), 0)";

  /** True if the document has the 750 rows from the first one. */
  private static final String NEAR_THE_START =
      """
      () => {
        const chunks = [...document.querySelectorAll('.chunk')];
        const created = chunks.findIndex(({ childElementCount }) => childElementCount === 0);
        const rows = document.querySelectorAll('.update').length;
        return chunks.slice(created).every(({ childElementCount }) => childElementCount === 0) && rows >= 750 && rows < 1000;
      }""";

  private static final String WATCH_ROWS =
      """
      () => {
        globalThis.changedRows = new Set();
        const add = node => node.closest?.('.update') && changedRows.add(node.closest('.update'));
        new MutationObserver(records => records.forEach(({ target, addedNodes, removedNodes }) =>
            [target, ...addedNodes, ...removedNodes].forEach(add)))
            .observe(document.querySelector('.inbox'), { attributes: true, childList: true, subtree: true });
      }
      """;

  @Test
  void theFirstVisitTakesSixRequestsAndTheNextOne() {
    backend.receive(POSTGRES); // no routes: they would disable the browser's cache
    var files = new ArrayList<Request>();
    page.onRequest(request -> files.add(request));
    visit();
    assertThat(ownOf(files)).hasSizeLessThanOrEqualTo(6);
    assertThat(apiOf(files)).containsExactlyInAnyOrder("inbox", "insights", "events");
    files.clear();
    visit();
    assertThat(sentOf(files)).containsExactly("");
    assertThat(files.get(0).response().status()).isIn(200, 304);
    assertThat(apiOf(files)).containsExactlyInAnyOrder("inbox", "insights", "events");
  }

  /** The icons of services are decoration that loads last. They have their own limit. */
  @Test
  void thePageIsSmall() {
    Samples.fill(this);
    visit();
    assertThat(kilobytes(false)).as("HTML, JavaScript, CSS").isLessThan(55);
    assertThat(kilobytes(true)).as("icons of services").isLessThan(55);
  }

  @Test
  void whatTriageDoesNotNeedLoadsLater() {
    Samples.fill(this);
    visit();
    var files = new ArrayList<Request>();
    page.onRequest(request -> files.add(request));
    press("j", "Enter", "?");
    assertThat(heading("Help")).isVisible();
    press("Escape", "g", "h");
    assertThat(heading("Basement")).isVisible();
    press("g", "i");
    assertThat(heading("Are we keeping up?")).isVisible();
    press("g", "d");
    assertThat(heading("Done")).isVisible();
    openMenu();
    button("Settings").click();
    assertThat(heading("Appearance")).isVisible();
    assertThat(ownOf(files))
        .hasSize(3)
        .anyMatch(file -> file.startsWith("app/parts-"))
        .anyMatch(file -> file.startsWith("app/en-parts-"));
  }

  /** The files of a version are gone once the server has another one. */
  @Test
  void anotherVersionOfThePageIsLoadedWhenPartsOfThisOneAreGone() {
    expectFailedRequests();
    backend.receive(POSTGRES);
    page.route(
        "**/app/parts-*",
        route -> route.fulfill(new Route.FulfillOptions().setStatus(404)),
        new Page.RouteOptions().setTimes(1));
    open();
    press("g", "h");
    assertThat(heading("Hosts")).isVisible();
    assertThat(page.getByRole(AriaRole.MAIN)).containsText("nas");
    assertThat(page).hasURL(Site.uri() + "?view=hosts");
  }

  /**
   * An event loads one page, a key renders only the rows that it changes, and another grouping
   * keeps the pages.
   */
  @Test
  void twoThousandUpdatesCostLittle() {
    backend.receive(POSTGRES); // an import needs the host
    var random = new Random(1);
    backend.perform(
        "imports?host=nas",
        IntStream.range(0, 2_000).mapToObj(i -> stored(i, random)).collect(joining("\n")));
    backend.perform("reopenings", "{\"filter\":\"is:done image:docker.io/acme/app-*\"}");
    backend.acknowledge(POSTGRES);
    try {
      page.clock().setFixedTime(System.currentTimeMillis()); // no row becomes a minute older
      open("?group=none");
      for (int count = 500; count <= 2_000; count += 500) {
        awaitTrue(LOADED_ROWS + " === " + count);
        page.evaluate("scrollTo(0, document.documentElement.scrollHeight)");
      }
      assertThat(page.getByText("Live")).isVisible();
      page.evaluate("performance.clearResourceTimings()");
      backend.acknowledge("docker.io/acme/app-0003:1");
      awaitTrue(LOADED_ROWS + " === 1999");
      assertThat(kilobytesOfApi()).as("kB").isLessThan(60);
      page.evaluate("scrollTo(0, 0)");
      awaitTrue(RENDERED_ROWS + " < 300");
      awaitTrue(NEAR_THE_START);
      var rows = page.locator(".update");
      press("j");
      assertThat(rows.first()).hasClass(CURSOR);
      page.evaluate(WATCH_ROWS);
      press("j");
      assertThat(rows.nth(1)).hasClass(CURSOR);
      assertThat(changedRows()).isEqualTo(2);
      awaitChanges(1, () -> press("e"));
      awaitTrue(LOADED_ROWS + " === 1998");
      assertThat(changedRows()).isLessThan(200);
      page.locator(".display").click();
      page.getByLabel("Group by").getByText("Host").click();
      assertThat(page.locator(".group h2")).hasText("nas");
      awaitTrue(LOADED_ROWS + " === 1998");
    } finally {
      backend.perform("removals", "{\"filter\":\"image:docker.io/acme/app-*\"}");
    }
  }

  /** An image as Diun prints it. */
  private static String stored(int number, Random random) {
    var digest = Long.toHexString(random.nextLong()) + Long.toHexString(random.nextLong());
    return """
        {"image":{"name":"docker.io/acme/app-%04d","manifests":[
          {"tag":"1","digest":"sha256:%s%<s","created":"2026-11-18T03:25:41Z","platform":"linux/amd64"}]}}"""
        .formatted(number, digest);
  }

  private int changedRows() {
    return (int) page.evaluate("changedRows.size");
  }

  private double kilobytesOfApi() {
    var size =
        "performance.getEntriesByType('resource').reduce((sum, { transferSize }) => sum + transferSize, 0)";
    return ((Number) page.evaluate(size)).doubleValue() / 1000;
  }

  private void visit() {
    open();
    assertThat(page.locator(".update").first()).isVisible();
    awaitTrue("[...document.styleSheets].some(({ href }) => href.includes('services'))");
  }

  /** The rows wait for the inbox only. It is asked again once events arrive. */
  private static List<String> apiOf(List<Request> requests) {
    return requests.stream()
        .map(request -> request.url().replaceFirst("^" + Site.uri(), ""))
        .filter(path -> path.startsWith("api/"))
        .map(path -> path.replaceFirst("api/v1/(\\w+).*", "$1"))
        .distinct()
        .toList();
  }

  private static List<String> ownOf(List<Request> requests) {
    return requests.stream()
        .map(request -> request.url().replaceFirst("^" + Site.uri(), ""))
        .filter(path -> !path.startsWith("api/") && !path.startsWith("data:"))
        .toList();
  }

  /** Without files from the browser's cache. Resource timing does not contain the favicon. */
  private List<String> sentOf(List<Request> requests) {
    return ownOf(requests).stream()
        .filter(path -> !path.startsWith("favicon-") && !isCached(path))
        .toList();
  }

  private boolean isCached(String path) {
    return (boolean)
        page.evaluate(
            "name => performance.getEntriesByType('resource').some(each => each.name === name && each.transferSize === 0)",
            Site.uri() + path);
  }

  private double kilobytes(boolean isOfIcons) {
    var size =
        """
        isOfIcons => performance.getEntries()
            .filter(({ name }) => !name.includes('/api/') && name.includes('%s') === isOfIcons)
            .reduce((sum, { encodedBodySize = 0 }) => sum + encodedBodySize, 0)
        """
            .formatted(ICONS);
    return ((Number) page.evaluate(size, isOfIcons)).doubleValue() / 1000;
  }
}
