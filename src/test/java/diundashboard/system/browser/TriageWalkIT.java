package diundashboard.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What somebody does who comes back from a week off: 31 updates on five hosts, two of them major,
 * one host silent.
 */
class TriageWalkIT extends PageTest {

  private static final List<String> HOSTS =
      List.of("my-nas", "my-vps", "my-edge", "my-ha-pi", "my-k3s");

  /** Each test has images of its own: what an image changes depends on what was there before. */
  private final String run = Long.toString(System.nanoTime());

  private final String database = "docker.io/walk-%s/database".formatted(run);
  private final String cloud = "docker.io/walk-%s/cloud".formatted(run);

  @BeforeEach
  void receiveThirtyOneUpdates() {
    page.context().route("https://notes.example/**", route -> route.fulfill());
    for (var host : List.of("my-nas", "my-vps")) receive(host, database + ":16.10");
    receive("my-edge", cloud + ":31.0.9");
    backend.reset();
    for (var i = 0; i < 29; i++)
      backend.receiveOn(HOSTS.get(i % 5), "walk-%s/app-%02d:1".formatted(run, i));
    for (var host : List.of("my-nas", "my-vps")) receive(host, database + ":18.0");
    receive("my-edge", cloud + ":32.0.1");
    answer(
        "api/v1/hosts",
        SampleViews.hosts(HOSTS.stream().map(TriageWalkIT::host).toArray(JsonObject[]::new)));
  }

  @Test
  void theRiskiestAndTheSilentHostAreSeenAtOnce() {
    open("?order=kind");
    assertThat(heading("Pending")).isVisible();
    assertThat(alarms().first())
        .hasText(
            "my-k3s has reported nothing for 2 days. It usually reports every 6 hours, so its updates may be missing here. Look into it");
    assertThat(page.getByLabel("Kind of update").getByText("Major")).hasText("Major 2");
    var first = page.locator(".update").first();
    assertThat(first.locator(".kind")).hasText("Major");
    assertThat(first.locator(".name")).hasText("cloud");
    assertThat(first.locator(".change")).hasText("31.0.9 → 32.0.1");
    assertThat(first.locator(".host")).hasText("my-edge");
    assertThat(page.locator(".update .host").getByText("▲")).hasCount(5);
  }

  @Test
  void allIsTriagedByKeyboardAndTwoAreUndoneAfterAReload() {
    open("?order=kind&group=none");
    assertThat(page).hasTitle("(31) Pending – DiunDashboard");
    press("j");
    assertThat(page.waitForPopup(() -> press("r"))).hasURL("https://notes.example/32.0.1");
    awaitChanges(1, () -> press("e"));
    assertThat(page.waitForPopup(() -> press("r"))).hasURL("https://notes.example/18.0");
    page.keyboard().type("/host:my-vps kind:major");
    press("Enter");
    assertThat(page.locator(".update")).hasCount(1);
    press("j", "h");
    assertThat(snoozeChoice("Next week")).containsText("Mon");
    awaitChanges(1, () -> snoozeChoice("Next week").press("Enter"));
    assertThat(toast()).containsText("database on my-vps snoozed until");
    assertThat(states(database + ":18.0")).isEqualTo("my-nas pending, my-vps snoozed");
    press("Escape", "Escape");
    assertThat(page.locator(".update")).hasCount(30);
    press("j", "a");
    assertThat(bar().getByRole(AriaRole.STATUS)).hasText("30 selected 1 major");
    awaitChanges(1, () -> press("e"));
    assertThat(heading("All caught up")).isVisible();

    page.reload();
    assertThat(heading("All caught up")).isVisible();
    for (var i = 0; i < 2; i++) {
      press("u");
      assertThat(dialogButton("Undo")).isFocused();
      awaitChanges(1, () -> press("Enter"));
      assertThat(dialog()).hasCount(0);
    }
    assertThat(page).hasTitle("(30) Pending – DiunDashboard");
    assertThat(states(database + ":18.0")).isEqualTo("my-nas pending, my-vps pending");
  }

  private Locator dialogButton(String name) {
    return dialog().getByText(name, exactly());
  }

  private static JsonObject host(String name) {
    return SampleViews.host(name, null, name.equals("my-k3s") ? 50 : 2, 9, 30, null);
  }

  /** Receives a version with release notes. */
  private void receive(String host, String image) {
    var version = image.replaceFirst(".*:", "");
    var metadata =
        Json.createObjectBuilder()
            .add("ctn_names", "web")
            .add("changelog", "https://notes.example/" + version);
    backend.receive(
        Json.createObjectBuilder(Backend.notification(image))
            .add("hostname", host)
            .add("metadata", metadata)
            .build());
  }
}
