package diundashboard.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * A fresh browser window for each test, with nothing waiting. A test fails, too, if the browser
 * complains of anything: an error, a breach of the policy, a dialog that a script opened.
 */
abstract class PageTest {

  static final String POSTGRES = "docker.io/library/postgres:16.6";
  static final String REDIS = "docker.io/library/redis:7.4-alpine";
  static final String SONARR = "lscr.io/linuxserver/sonarr:latest";
  static final String TRAEFIK = "docker.io/library/traefik:v3.2";

  final Backend backend = new Backend(Site.uri());

  private final List<String> complaints = new ArrayList<>();
  private Pattern expectedComplaint = Pattern.compile("(?!)");

  Page page;

  @BeforeEach
  void reset() {
    backend.reset();
    newWindow(new Browser.NewContextOptions());
  }

  void newWindow(Browser.NewContextOptions options) {
    if (page != null) page.context().close();
    page = Site.browser().newContext(options).newPage();
    page.onConsoleMessage(
        message -> {
          if (List.of("error", "warning").contains(message.type())) complaints.add(message.text());
        });
    page.onPageError(complaints::add);
    page.onDialog(
        dialog -> {
          complaints.add("dialog: " + dialog.message());
          dialog.dismiss();
        });
  }

  /** Opens the page and waits for what the server holds. */
  void open() {
    open("");
  }

  /** Opens the page as an address has it, such as {@code ?view=done}. */
  void open(String query) {
    page.waitForCondition(this::mayLeave);
    page.navigate(Site.uri() + query);
    assertThat(page.getByRole(AriaRole.MAIN)).not().hasText("Loading…");
  }

  /** Opens the page with the samples in it. */
  void openFilled(Look look) {
    openFilled(look, "");
  }

  void openFilled(Look look, String query) {
    newWindow(look.window());
    Samples.fill(this);
    open(query);
  }

  /** The browser itself reports requests that fail, which is what some tests are about. */
  void expectFailedRequests() {
    expectedComplaint = Pattern.compile("^Failed to load resource.*");
  }

  @AfterEach
  void hasNoComplaint() {
    page.context().close();
    assertThat(complaints)
        .as("complaints of the browser")
        .filteredOn(complaint -> !expectedComplaint.matcher(complaint).matches())
        .isEmpty();
  }

  /** Answers with this in place of the server, whatever the parameters. */
  void answer(String path, String json) {
    page.route(
        url -> url.replaceFirst("\\?.*", "").equals(Site.uri() + path),
        route ->
            route.fulfill(
                new Route.FulfillOptions().setContentType("application/json").setBody(json)));
  }

  void shows(String... images) {
    assertThat(page.locator(".image")).hasText(images);
  }

  void hasGroups(String... names) {
    assertThat(page.getByRole(AriaRole.MAIN).locator(".group h2")).hasText(names);
  }

  Locator row(String name) {
    var checkbox = new Page.GetByRoleOptions().setName("Select " + name).setExact(true);
    return page.getByRole(AriaRole.LISTITEM)
        .filter(new Locator.FilterOptions().setHas(page.getByRole(AriaRole.CHECKBOX, checkbox)));
  }

  Locator group(String name) {
    return page.getByRole(
        AriaRole.REGION, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  Locator dialog() {
    return page.getByRole(AriaRole.DIALOG);
  }

  Locator search() {
    return page.getByRole(AriaRole.SEARCHBOX);
  }

  Locator main() {
    return page.getByRole(AriaRole.MAIN);
  }

  /** What is told about what was done last. */
  Locator toast() {
    return page.locator(".toast [role=status]");
  }

  Locator heading(String name) {
    return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
  }

  /** Leaves the list, as rows do not move under a pointer. */
  void movePointerAway() {
    page.mouse().move(1, 1);
  }

  /** Waits until the server has taken so many changes. */
  void awaitChanges(int count, Runnable action) {
    var made = new AtomicInteger();
    page.onResponse(
        response -> {
          if (!response.request().method().equals("GET") && response.ok()) made.incrementAndGet();
        });
    action.run();
    page.waitForCondition(() -> made.get() >= count);
  }

  /** Whether the page would let one go without asking. */
  boolean mayLeave() {
    return (boolean)
        page.evaluate("dispatchEvent(new Event('beforeunload', { cancelable: true }))");
  }

  static void refuse(Route route, String detail) {
    route.fulfill(
        new Route.FulfillOptions()
            .setStatus(503)
            .setContentType("application/problem+json")
            .setBody("{\"title\":\"Unavailable\",\"status\":503,\"detail\":\"" + detail + "\"}"));
  }

  static Locator.GetByTextOptions exactly() {
    return new Locator.GetByTextOptions().setExact(true);
  }

  void press(String... keys) {
    for (var key : keys) page.keyboard().press(key);
  }

  /** Colours only count when they no longer change. */
  void isAtRest() {
    page.evaluate("Promise.allSettled(document.getAnimations().map(each => each.finished))");
  }
}
