package diundashboard.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The number and the size of the files that the page consists of. */
class LoadingIT extends PageTest {

  private static final String ICONS = "icons/services-";

  @Test
  void theFirstVisitTakesSixRequestsAndTheNextOne() {
    backend.receive(POSTGRES); // no routes: they would disable the browser's cache
    var files = new ArrayList<Request>();
    page.onRequest(request -> files.add(request));
    visit();
    assertThat(ownOf(files)).hasSizeLessThanOrEqualTo(6);
    files.clear();
    visit();
    assertThat(sentOf(files)).containsExactly("");
    assertThat(files.get(0).response().status()).isIn(200, 304);
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
  void whatTriageDoesNotNeedIsOneFileThatLoadsLater() {
    Samples.fill(this);
    visit();
    var files = new ArrayList<Request>();
    page.onRequest(request -> files.add(request));
    press("j", "Enter", "?");
    assertThat(heading("Help")).isVisible();
    press("Escape", "g", "h");
    assertThat(heading("Basement")).isVisible();
    press("g", "i");
    assertThat(heading("New updates per week")).isVisible();
    press("g", "d");
    assertThat(heading("Done")).isVisible();
    openMenu();
    button("Tags").click();
    assertThat(heading("Tags")).isVisible();
    assertThat(ownOf(files)).singleElement().asString().startsWith("app/parts-");
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

  private void visit() {
    open();
    assertThat(page.locator(".update").first()).isVisible();
    awaitTrue("[...document.styleSheets].some(({ href }) => href.includes('services'))");
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
