package diundashboard.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static diundashboard.system.browser.SampleViews.rejection;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Notifications that the webhook rejected: a line in the inbox, a list on Hosts. */
class RejectedIT extends PageTest {

  private static final String SCRIPT = "\"><script>alert(1)</script><img src=x onerror=alert(1)>";

  @Test
  void theInboxShowsALineThatLeadsToHosts() {
    backend.receive(POSTGRES);
    stub(
        rejection(1, "10.0.0.7", "missing-secret", 2),
        rejection(2, "10.0.0.7", "wrong-secret", 4),
        rejection(3, "10.0.0.7", "missing-secret", 1));
    open();
    assertThat(alarms())
        .hasText(
            "3 notifications from 10.0.0.7 were rejected: the webhook secret is missing. 4 more notifications were rejected. Look into it");
    link("Look into it").click();
    assertThat(page).hasURL(Site.uri() + "?view=hosts");
    assertThat(items()).hasCount(3);
    assertThat(items().first()).containsText("10.0.0.7 the webhook secret is missing ×2");
    assertThat(items().first())
        .containsText(
            "In diun.yml, set notif.webhook.headers.Authorization to the webhook secret.");
    assertThat(items().first().getByRole(AriaRole.BUTTON))
        .hasText(new String[] {"Delete"}); // its body is not kept
  }

  @Test
  void oneNotificationIsSingular() {
    backend.receive(POSTGRES);
    stub(rejection(1, "10.0.0.7", "wrong-address", 1));
    open();
    assertThat(alarms())
        .hasText(
            "A notification from 10.0.0.7 was rejected: sent to a wrong address. Look into it");
  }

  @Test
  void oldRejectionsAreOnHostsOnly() {
    backend.receive(POSTGRES);
    var old = Instant.now().minus(Duration.ofDays(31)).toString();
    stub(
        Json.createObjectBuilder(rejection(1, "10.0.0.7", "missing-secret", 1).build())
            .add("at", old));
    open();
    shows(POSTGRES);
    assertThat(main()).not().containsText("rejected");
    open("?view=hosts");
    assertThat(items()).hasCount(1);
  }

  @Test
  void theContentIsUnfoldedAndDeleted() {
    backend.receiveRejected("webhook", "{\"hostname\":\"nas\",\"pretty\":true}");
    open("?view=hosts");
    var item = items().filter(new Locator.FilterOptions().setHasText("Content (32 bytes)"));
    assertThat(item).containsText("127.0.0.1 the content is not a notification from Diun");
    item.getByText("Content (32 bytes)").click();
    assertThat(item.locator("pre")).hasText("{\"hostname\":\"nas\",\"pretty\":true}");
    item.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Delete")).click();
    assertThat(toast()).hasText("Rejected notification deleted");
    assertThat(items()).hasCount(0);
    assertThat(heading("Rejected notifications")).hasCount(0);
  }

  @Test
  void anInvalidNotificationCannotBeRetried() {
    expectFailedRequests();
    backend.receiveRejected("webhook", "{\"hostname\":\"nas\",\"retried\":true}");
    open("?view=hosts");
    button("Retry: 127.0.0.1, the content is not a notification from Diun").click();
    assertThat(page.getByRole(AriaRole.ALERT)).hasText("It has no valid image reference.");
    assertThat(items()).hasCount(1);
  }

  @Test
  void aRetriedNotificationIsInTheInbox() {
    backend.receiveRejected("", Backend.notification(SONARR).toString());
    open("?view=hosts");
    button("Retry: 127.0.0.1, sent to a wrong address").click();
    assertThat(toast()).hasText("Notification stored");
    assertThat(items()).hasCount(0);
    open();
    shows(SONARR);
  }

  @Test
  void allAreDeletedAtOnce() {
    backend.receiveRejected("webhook", "{\"all\":1}");
    backend.receiveRejected("webhook", "{\"all\":2}");
    open("?view=hosts");
    assertThat(items()).hasCount(2);
    button("Delete all").click();
    assertThat(toast()).hasText("Rejected notifications deleted");
    assertThat(items()).hasCount(0);
  }

  /** The event of the server: the page itself asks once a minute. */
  @Test
  void aRejectionIsShownAtOnce() {
    backend.receive(POSTGRES);
    open();
    shows(POSTGRES);
    backend.receiveRejected("webhook", "{}", "Content-Encoding", "br");
    assertThat(alarms())
        .containsText(
            "A notification from 127.0.0.1 was rejected: the encoding of the content is not supported.");
  }

  @Test
  void theFirstRunPageShowsARejection() {
    answer("api/v1/images", Samples.page(List.of(), null));
    open();
    assertThat(heading("Connect Diun")).isVisible();
    stub(rejection(1, "10.0.0.7", "missing-secret", 1));
    assertThat(main().getByRole(AriaRole.ALERT))
        .containsText("A notification from 10.0.0.7 was rejected: the webhook secret is missing.");
    button("Show details").click();
    assertThat(items()).hasCount(1);
  }

  @Test
  void hostileTextsAreEscaped() {
    backend.receive(POSTGRES);
    var hostile =
        Json.createObjectBuilder(rejection(1, SCRIPT, SCRIPT, 2).build())
            .add("detail", SCRIPT)
            .addNull("code")
            .add("body_size", 9)
            .add("retryable", true)
            .add("body", SCRIPT)
            .build();
    stub(Json.createObjectBuilder(hostile));
    answer("api/v1/rejections/1", hostile.toString());
    open();
    assertThat(alarms())
        .containsText("2 notifications from %1$s were rejected: %1$s.".formatted(SCRIPT));
    link("Look into it").click();
    page.getByText("Content (9 bytes)").click();
    assertThat(items().locator("pre")).hasText(SCRIPT);
    assertThat(items()).containsText(SCRIPT);
    assertThat(page.locator("body script, img:not([src='favicon.svg'])")).hasCount(0);
  }

  @Test
  void theTextsAreTranslatedToGerman() {
    newWindow(new Browser.NewContextOptions().setLocale("de-DE"));
    backend.receive(POSTGRES);
    stub(rejection(1, "10.0.0.7", "missing-secret", 3));
    open();
    assertThat(page.locator(".alarms p"))
        .hasText("3 Meldungen von 10.0.0.7 wurden abgelehnt: Webhook-Secret fehlt. Ansehen");
    link("Ansehen").click();
    assertThat(heading("Abgelehnte Meldungen")).isVisible();
    assertThat(items())
        .containsText(
            "In der diun.yml notif.webhook.headers.Authorization auf das Webhook-Secret setzen.");
    assertThat(button("Löschen: 10.0.0.7, Webhook-Secret fehlt")).isVisible();
  }

  private Locator items() {
    return page.getByRole(
            AriaRole.REGION, new Page.GetByRoleOptions().setName("Rejected notifications"))
        .or(
            page.getByRole(
                AriaRole.REGION, new Page.GetByRoleOptions().setName("Abgelehnte Meldungen")))
        .getByRole(AriaRole.LISTITEM);
  }

  private void stub(JsonObjectBuilder... rejections) {
    answer("api/v1/rejections", SampleViews.rejections(rejections));
  }
}
