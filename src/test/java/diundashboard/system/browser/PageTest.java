package diundashboard.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * A new browser window for each test, without data. A test also fails if the browser logs an error,
 * a warning or a violation of the Content-Security-Policy, if a script opens a dialog, or if a key
 * or a click leaves the focus on the body.
 */
abstract class PageTest {

  static final String POSTGRES = "docker.io/library/postgres:16.6";
  static final String REDIS = "docker.io/library/redis:7.4-alpine";
  static final String SONARR = "lscr.io/linuxserver/sonarr:latest";
  static final String TRAEFIK = "docker.io/library/traefik:v3.2";

  /** Returns the state of each occurrence of an image. */
  private static final String STATES =
      """
      async image => {
        const response = await fetch('api/v1/image?reference=' + encodeURIComponent(image));
        if (response.status === 404) return 'unknown';
        const { occurrences } = await response.json();
        return occurrences.map(({ host, stack, state }) => `${stack ?? host} ${state}`).join(', ');
      }
      """;

  private static final Path FOCUS_WATCH =
      Path.of("src/test/resources/diundashboard/system/focus-watch.js");

  private static final String WORKER_BLOCKED = "Service Worker registration blocked by Playwright";

  final Backend backend = new Backend(Site.uri());

  private final List<String> messages = new ArrayList<>();
  private final Consumer<String> errorLog = messages::add;
  private final Consumer<ConsoleMessage> consoleLog = this::log;
  private Pattern expectedMessage = Pattern.compile("(?!)");

  Page page;
  private StubbedInbox inbox;

  @BeforeEach
  void reset() {
    Site.empty();
    newWindow(new Browser.NewContextOptions());
  }

  void newWindow(Browser.NewContextOptions options) {
    if (page != null) closeWindow();
    if (options.serviceWorkers == null) options.setServiceWorkers(ServiceWorkerPolicy.BLOCK);
    page = Chromium.browser().newContext(options).newPage();
    inbox = new StubbedInbox();
    page.addInitScript(FOCUS_WATCH);
    page.onConsoleMessage(consoleLog);
    page.onPageError(errorLog);
    page.onDialog(
        dialog -> {
          messages.add("dialog: " + dialog.message());
          dialog.dismiss();
        });
  }

  /**
   * Removes the routes first, because Playwright fails if a request reaches a route while the
   * window is closed. Later requests reach the server, so messages do not count any more.
   */
  private void closeWindow() {
    inbox.close();
    page.offConsoleMessage(consoleLog);
    page.offPageError(errorLog);
    page.unrouteAll();
    page.context().close();
  }

  /** Opens the page and waits until it has loaded. */
  void open() {
    open("");
  }

  /** Opens the page with a query string, such as {@code ?view=done}. */
  void open(String query) {
    page.waitForCondition(this::mayLeave);
    page.navigate(Site.uri() + query);
    assertThat(page.locator("main:not(:has(.loading))")).hasCount(1);
  }

  /** Goes to another view of the open page, as the browser's buttons do. */
  void go(String query) {
    page.evaluate(
        "query => { history.pushState(null, '', query); dispatchEvent(new PopStateEvent('popstate')); }",
        Site.uri() + query);
    assertThat(page.locator("main:not(:has(.loading))")).hasCount(1);
  }

  /** Opens the page with sample data. */
  void openFilled(Look look) {
    openFilled(look, "");
  }

  void openFilled(Look look, String query) {
    newWindow(look.window());
    Samples.fill(this);
    open(query);
  }

  /** Ignores failed requests in the log of the browser, for tests that provoke them. */
  void expectFailedRequests() {
    expectedMessage = Pattern.compile("^Failed to load resource.*");
  }

  private void log(ConsoleMessage message) {
    if (List.of("error", "warning").contains(message.type())
        && !message.text().equals(WORKER_BLOCKED)) messages.add(message.text());
  }

  @AfterEach
  void logsNoErrors() {
    closeWindow();
    assertThat(messages)
        .as("messages of the browser")
        .filteredOn(message -> !expectedMessage.matcher(message).matches())
        .isEmpty();
  }

  /** Answers instead of the server, regardless of the parameters. */
  void answer(String path, String json) {
    if (StubbedInbox.contains(path)) inbox.answer(page, path, json);
    page.route(
        url -> url.replaceFirst("\\?.*", "").equals(Site.uri() + path),
        route ->
            route.fulfill(
                new Route.FulfillOptions().setContentType("application/json").setBody(json)));
  }

  void shows(String... images) {
    var names = page.locator(".update > .name");
    assertThat(names).hasCount(images.length);
    for (int i = 0; i < images.length; i++)
      assertThat(names.nth(i)).hasAttribute("title", images[i]);
  }

  void hasGroups(String... names) {
    assertThat(page.getByRole(AriaRole.MAIN).locator(".group h2")).hasText(names);
  }

  Locator row(String name) {
    var checkbox = new Page.GetByRoleOptions().setName("Select " + name).setExact(true);
    return page.getByRole(AriaRole.LISTITEM)
        .filter(new Locator.FilterOptions().setHas(page.getByRole(AriaRole.CHECKBOX, checkbox)));
  }

  /** The link of a row, which opens its details and has the focus. */
  Locator opener(String name) {
    return row(name).locator("> .name");
  }

  Locator group(String name) {
    return page.getByRole(
        AriaRole.REGION, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  Locator link(String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
  }

  /** Opens the menu, which narrow screens have in the bar below. */
  void openMenu() {
    button(page.viewportSize().width < 992 ? "More" : "Menu").click();
  }

  /** The lines above the inbox about what may be missing in it. */
  Locator alarms() {
    return page.getByLabel("Alarms").locator("p");
  }

  /** A choice of the snooze dialog, without its date. */
  Locator snoozeChoice(String name) {
    return dialog().getByRole(AriaRole.BUTTON).filter(new Locator.FilterOptions().setHasText(name));
  }

  /** The checkbox that selects a group. */
  Locator groupBox(String group) {
    return group(group).locator("header").getByRole(AriaRole.CHECKBOX);
  }

  /** The actions on the selected updates. */
  Locator bar() {
    return page.getByLabel("Selected updates");
  }

  /** Selects all groups and marks their updates as done. */
  void markAllAsDone() {
    var boxes = page.locator(".group > header").getByRole(AriaRole.CHECKBOX);
    boxes.first().waitFor();
    for (var box : boxes.all()) box.check();
    bar().getByText("Mark as done", exactly()).click();
  }

  Locator dialog() {
    return page.getByRole(AriaRole.DIALOG);
  }

  /** The entries of the side bar that have a number: the lists of updates in a state. */
  Locator lists() {
    return page.locator(".side ul:first-child a:has(span:not(:empty))");
  }

  /** An entry of the side bar. */
  Locator entry(String name) {
    return page.locator(".side")
        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name));
  }

  Locator search() {
    return page.locator("[type=search]");
  }

  /** Chooses an order, a grouping or a density in the menu "Display". */
  void display(String what, String choice) {
    page.locator(".display").click();
    page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName(what).setExact(true))
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(choice).setExact(true))
        .click();
  }

  /** The filters above the inbox. */
  Locator chips() {
    return page.getByLabel("Kind of update").getByRole(AriaRole.BUTTON);
  }

  Locator main() {
    return page.getByRole(AriaRole.MAIN);
  }

  /** The message about the last action. */
  Locator toast() {
    return page.locator(".toast [role=status]:not(.notice)");
  }

  Locator heading(String name) {
    return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
  }

  /** Unfolds a host. */
  void lookInto(String host) {
    page.getByLabel("Look into it: " + host, new Page.GetByLabelOptions().setExact(true)).click();
  }

  /** Moves the pointer out of the list: rows do not move under it. */
  void movePointerAway() {
    page.mouse().move(1, 1);
  }

  /** The state of each occurrence of an image, such as {@code nas pending, vps snoozed}. */
  String states(String image) {
    return (String) page.evaluate(STATES, image);
  }

  /**
   * Waits until an expression is true in the page. {@link Page#waitForFunction} evaluates it with
   * {@code eval} inside the page when it is not true at once, which the Content-Security-Policy
   * forbids.
   */
  void awaitTrue(String expression) {
    page.waitForCondition(() -> (boolean) page.evaluate(expression));
  }

  /** Runs the action and waits until the server has accepted this number of changes. */
  void awaitChanges(int count, Runnable action) {
    var made = new AtomicInteger();
    page.onResponse(
        response -> {
          if (!response.request().method().equals("GET") && response.ok()) made.incrementAndGet();
        });
    action.run();
    page.waitForCondition(() -> made.get() >= count);
  }

  /** True if the page would not warn before it is left. */
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

  /** Waits for the end of all animations, so that colours are final. */
  void isAtRest() {
    page.evaluate("Promise.allSettled(document.getAnimations().map(each => each.finished))");
  }
}
