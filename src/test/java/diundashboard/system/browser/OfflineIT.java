package diundashboard.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page without the server: it opens with the last list, read-only. */
class OfflineIT extends PageTest {

  private final Relay relay = new Relay(Site.uri());

  @BeforeEach
  void openWithServiceWorker() {
    expectFailedRequests();
    newWindow(new Browser.NewContextOptions().setServiceWorkers(ServiceWorkerPolicy.ALLOW));
    backend.receive(POSTGRES, REDIS);
    page.navigate(relay.uri());
    shows(REDIS, POSTGRES);
    awaitTrue("caches.match('./').then(Boolean)");
    awaitTrue("Boolean(navigator.serviceWorker.controller)");
  }

  @AfterEach
  void endRelay() throws IOException {
    relay.close();
  }

  @Test
  void aReloadShowsTheLastListReadOnlyUntilTheServerAnswers() {
    relay.takeDown();
    page.reload();
    shows(REDIS, POSTGRES);
    assertThat(page).hasTitle("(2) Pending – DiunDashboard");
    assertThat(page.locator(".banner"))
        .hasText(Pattern.compile(".*Showing data from .+ Retrying…"));
    assertThat(main()).hasClass("away");
    assertThat(button("Mark redis as done")).isHidden();
    press("j", "e");
    shows(REDIS, POSTGRES);
    relay.bringUp();
    assertThat(main()).not().hasClass("away");
    awaitChanges(1, () -> press("e"));
    shows(POSTGRES);
  }

  @Test
  void nothingIsShownAfterSigningOut() {
    relay.takeDown();
    page.evaluate("localStorage.setItem('diun-dashboard-signed-in', 'false')");
    page.reload();
    assertThat(page.locator(".banner")).containsText("Can’t reach the server.");
    assertThat(page.locator(".update")).hasCount(0);
  }
}
