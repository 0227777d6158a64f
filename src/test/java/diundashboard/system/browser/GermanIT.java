package diundashboard.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The German page shows the errors of the server in German. */
class GermanIT extends PageTest {

  @BeforeEach
  void openInGerman() {
    newWindow(new Browser.NewContextOptions().setLocale("de-DE"));
    expectFailedRequests();
    backend.receive(POSTGRES);
    backend.tag("databases", POSTGRES);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "older:xyz | „older:xyz“ ist kein Alter. Möglich: older:12h, older:7d oder older:2w.",
        "-newer:1y | „newer:1y“ ist kein Alter. Möglich: newer:12h, newer:7d oder newer:2w.",
        "on:2026-02-30 | „on:2026-02-30“ ist kein Tag. Möglich: on:2026-11-20.",
      })
  void aSearchIsRejected(String query, String sentence) {
    open("?q=" + query);
    assertThat(page.getByText(sentence)).isVisible();
  }

  @Test
  void aSearchOfTooManyTermsIsRejected() {
    open("?q=" + "a+".repeat(31));
    assertThat(page.getByText("Höchstens 30 Begriffe möglich.")).isVisible();
  }

  @Test
  void theNameOfATagIsTaken() {
    open("?view=settings&section=tags");
    button("Neuer Tag…").click();
    page.getByLabel("Name des neuen Tags").fill("databases");
    button("Anlegen").click();
    assertThat(alert()).hasText("„databases“ gibt es schon. Anderen Namen wählen.");
  }

  @Test
  void theNameOfAHostIsTaken() {
    backend.receiveOn("vps", REDIS);
    open("?view=hosts");
    page.getByLabel("Ansehen: vps").click();
    button("vps umbenennen").click();
    page.getByLabel("Anzeigename (leer: Hostname)").fill("NAS");
    button("Speichern").click();
    assertThat(alert())
        .hasText("Ein anderer Host heißt „NAS“. Anderen Namen wählen oder Hosts zusammenlegen.");
  }

  private Locator alert() {
    return dialog().getByRole(AriaRole.ALERT).first();
  }
}
