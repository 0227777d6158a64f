package diundashboard.system;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import diundashboard.system.browser.Chromium;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A new browser window without a session for each test. */
abstract class SecuredPageTest {

  private static final List<String> WCAG =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  private static Playwright playwright;
  private static Browser browser;

  Page page;

  @BeforeAll
  static void start() {
    playwright = Chromium.playwright();
    browser = Chromium.launch(playwright);
  }

  @AfterAll
  static void end() {
    if (browser != null) browser.close();
    if (playwright != null) playwright.close();
  }

  @BeforeEach
  void newWindow() {
    newWindow(new Browser.NewContextOptions());
  }

  void newWindow(Browser.NewContextOptions options) {
    if (page != null) closeWindow();
    page = browser.newContext(options).newPage();
  }

  @AfterEach
  void closeWindow() {
    page.unrouteAll(); // Playwright fails if a request reaches a route while the window is closed
    page.context().close();
  }

  void signIn(String role) {
    page.navigate(SecuredServer.get().uri() + "sign-in.html");
    page.getByLabel("Name").fill(SecuredServer.user(role));
    page.getByLabel("Password").fill(SecuredServer.PASSWORD);
    submit();
    page.waitForURL(SecuredServer.get().uri().toString());
  }

  /** Sends the form of the sign-in page by Enter, once its script is ready. */
  void submit() {
    page.locator("button:enabled").waitFor();
    page.keyboard().press("Enter");
  }

  List<String> violations() {
    return new AxeBuilder(page)
        .setLegacyMode(true).withTags(WCAG).analyze().getViolations().stream()
            .map(rule -> rule.getId() + " " + rule.getNodes().get(0).getHtml())
            .toList();
  }
}
