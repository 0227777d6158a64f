package diundashboard.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Settings, Channels: what each channel sends, whether it works, and a test. */
class ChannelsPageIT extends PageTest {

  private static final String CHANNELS = "?view=settings&section=channels";

  @Test
  void channelsSayWhatTheySendAndWhetherTheyWork() {
    newWindow(new Browser.NewContextOptions().setTimezoneId("Europe/Berlin"));
    backend.receive(POSTGRES);
    answer("api/v1/channels", SampleChannels.JSON);
    open(CHANNELS);
    assertThat(channels())
        .hasText(
            new String[] {
              "family Mail ada@example.com, bob@example.com Sends new updates every day at 08:00 (Europe/Berlin). Reminds after 30 days. Last message 20h ago · Next Sat, Nov 29, 08:00 AM Send test",
              "ops ntfy ntfy.example Sends new updates and silent hosts at once. Updates only if they match tag:prod kind:major No message yet Send test",
              "pipeline Webhook ci.example Sends new updates every Monday at 09:30 (Europe/Berlin). 12 attempts failed, the last one 1h ago: ci.example answered <b>503</b>. Last message 30h ago · Retries Sat, Nov 29, 08:00 AM Send test"
            });
  }

  @Test
  void aTestTellsItsResult() {
    backend.receive(POSTGRES);
    answer("api/v1/channels", SampleChannels.JSON);
    answerTest("ops", 204, "");
    answerTest(
        "pipeline",
        502,
        "{\"title\":\"Bad Gateway\",\"status\":502,\"detail\":\"ci.example answered 503.\"}");
    open();
    press("Control+k");
    assertThat(dialog().getByRole(AriaRole.COMBOBOX)).isFocused();
    page.keyboard().type("channels");
    press("Enter");
    assertThat(page).hasURL(Pattern.compile("view=settings&section=channels$"));
    button("Send test to ops").focus();
    press("Enter");
    assertThat(toast()).hasText("Test message to ops accepted");
    assertThat(button("Send test to ops")).isFocused();
    expectFailedRequests();
    button("Send test to pipeline").click();
    assertThat(page.getByRole(AriaRole.ALERT)).hasText("ci.example answered 503.");
    assertThat(button("Send test to pipeline")).isFocused();
  }

  @Test
  void withoutChannelsThePageSaysHowToAddOne() {
    backend.receive(POSTGRES);
    open(CHANNELS);
    assertThat(main()).containsText("No channels yet.");
    assertThat(main().locator("pre"))
        .hasText(
            "DIUN_CHANNELS=ops DIUN_CHANNELS_OPS_TYPE=ntfy DIUN_CHANNELS_OPS_URL=https://ntfy.sh/…");
    assertThat(main()).containsText("All types and settings: docs/channels.md");
  }

  private Locator channels() {
    return main().getByRole(AriaRole.LISTITEM);
  }

  private void answerTest(String channel, int status, String problem) {
    page.route(
        Site.uri() + "api/v1/channels/" + channel + "/test",
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setStatus(status)
                    .setContentType("application/problem+json")
                    .setBody(problem)));
  }
}
