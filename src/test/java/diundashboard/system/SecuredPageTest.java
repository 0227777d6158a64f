package diundashboard.system;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import diundashboard.system.browser.Axe;
import diundashboard.system.browser.Chromium;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A new browser window without a session for each test. */
abstract class SecuredPageTest {

  Page page;

  @BeforeEach
  void newWindow() {
    newWindow(new Browser.NewContextOptions());
  }

  void newWindow(Browser.NewContextOptions options) {
    if (page != null) closeWindow();
    page = Chromium.browser().newContext(options).newPage();
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
    return Axe.WCAG.violations(page);
  }
}
