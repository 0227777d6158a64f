package diundashboard.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What holds for every view. That the focus is never lost is a rule of all tests, see {@link
 * PageTest}.
 */
class EveryViewIT extends PageTest {

  private static final Pattern DIGIT = Pattern.compile("\\d");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?q=is:snoozed",
        "?q=postgres",
        "?view=done",
        "?view=insights",
        "?view=hosts",
        "?view=settings"
      })
  void aNumberThatIsNotKnownIsADash(String query) {
    backend.receive(POSTGRES);
    page.route(Site.uri() + "api/v1/**", route -> {}); // never answered
    page.navigate(Site.uri() + query);
    assertThat(main()).isVisible();
    assertThat(page.locator("body")).not().containsText(DIGIT);
    assertThat(page).not().hasTitle(DIGIT);
  }

  /** The keys of rows belong to the views that show rows. */
  @ParameterizedTest
  @ValueSource(strings = {"d", "i", "h", "s"})
  void keysChangeNothingThatIsNotOnScreen(String view) {
    backend.receive(POSTGRES, REDIS);
    open();
    press("j", "x", "g", view);
    assertThat(page.locator(".update")).hasCount(0);
    var changes = new ArrayList<String>();
    page.onRequest(
        request -> {
          if (!request.method().equals("GET")) changes.add(request.url());
        });
    for (var key : List.of("j", "x", "e", "h", "t", "m", "#", "n", "Space", "Enter")) {
      press(key);
      assertThat(dialog()).hasCount(0);
    }
    open();
    assertThat(changes).isEmpty();
    assertThat(page.locator(".update")).hasCount(2);
  }
}
