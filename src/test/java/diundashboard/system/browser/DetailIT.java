package diundashboard.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import java.util.List;
import org.junit.jupiter.api.Test;

class DetailIT extends PageTest {

  @Test
  void enterTogglesTheDetails() {
    backend.receive(POSTGRES, REDIS);
    open();
    press("j", "j", "Enter");
    assertThat(detail()).containsText("docker pull " + POSTGRES);
    assertThat(button("Show details of postgres")).hasAttribute("aria-expanded", "true");
    press("Enter");
    assertThat(detail()).hasCount(0);
    assertThat(row("postgres")).isFocused();
  }

  @Test
  void detailsShowAllMembersOfAnImage() {
    backend.receive(POSTGRES);
    var digest = "sha256:" + "ab".repeat(32);
    backend.receive(
        jakarta.json.Json.createObjectBuilder(Backend.notification(POSTGRES))
            .add("digest", digest)
            .build());
    backend.tag("databases", POSTGRES);
    open();
    button("Show details of postgres").click();
    assertThat(detail()).containsText(POSTGRES);
    assertThat(detail()).containsText(digest);
    assertThat(detail()).containsText("Previous digest");
    assertThat(detail()).containsText("linux/amd64");
    assertThat(detail()).containsText("docker");
    assertThat(detail()).containsText("databases");
    assertThat(detail()).containsText("Reported by Diun");
    detail().getByText("Raw notification").click();
    assertThat(detail().locator("pre")).containsText("\"diun_version\": \"v4.33.0\"");
    detail().getByText("Metadata from nas").click();
    assertThat(detail().locator("details[open]").getByText("ctn_names").first()).isVisible();
  }

  @Test
  void thePullCommandIsCopied() {
    page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
    backend.receive(POSTGRES);
    open();
    button("Show details of postgres").click();
    button("Copy Pull command").click();
    assertThat(toast()).hasText("Copied");
    assertThat(page.evaluate("navigator.clipboard.readText()"))
        .isEqualTo("docker pull " + POSTGRES);
  }

  @Test
  void aNoteSavesItself() {
    backend.receive(POSTGRES);
    open();
    button("Show details of postgres").click();
    awaitChanges(1, () -> page.getByLabel("Note").fill("Needs a dump first"));
    assertThat(detail().getByText("Saved", exactly())).isVisible();
    button("Show details of postgres").click();
    assertThat(row("postgres")).containsText("Needs a dump first");
    button("Show details of postgres").click();
    page.getByLabel("Note").fill("");
    awaitChanges(1, () -> button("Show details of postgres").click());
    assertThat(row("postgres")).not().containsText("Needs a dump first");
  }

  @Test
  void anUnsavedNoteSurvivesAReload() {
    backend.receive(POSTGRES);
    open();
    expectFailedRequests();
    page.route("**/api/v1/notes", Route::abort);
    button("Show details of postgres").click();
    page.getByLabel("Note").fill("Needs a dump first");
    open();
    button("Show details of postgres").click();
    assertThat(page.getByLabel("Note")).hasValue("Needs a dump first");
    awaitChanges(1, () -> page.unroute("**/api/v1/notes"));
    assertThat(detail().getByText("Saved", exactly())).isVisible();
  }

  @Test
  void aRejectedNoteStaysWithTheReason() {
    expectFailedRequests();
    backend.receive(POSTGRES);
    open();
    page.route("**/api/v1/notes", route -> refuse(route, "The disk is full."));
    button("Show details of postgres").click();
    page.getByLabel("Note").fill("Needs a dump first");
    assertThat(detail()).containsText("The disk is full.");
    assertThat(page.getByLabel("Note")).hasValue("Needs a dump first");
  }

  @Test
  void oneOfSeveralContainersIsMarkedAsDone() {
    backend.receive(POSTGRES);
    backend.receiveOn("vps", POSTGRES);
    open();
    assertThat(row("postgres")).containsText("nas, vps");
    button("Show details of postgres").click();
    awaitChanges(1, () -> button("Mark postgres on vps · proxy as done").click());
    assertThat(button("Mark postgres on vps · proxy as done")).hasCount(0);
    assertThat(row("postgres")).containsText("nas");
    button("Undo").click();
    assertThat(button("Mark postgres on vps · proxy as done")).isVisible();
  }

  @Test
  void openDetailsStayWhenOthersMarkTheImageAsDone() {
    backend.receive(POSTGRES, REDIS);
    open();
    button("Show details of postgres").click();
    var note = page.getByLabel("Note");
    note.fill("Needs a dump first");
    backend.acknowledge(POSTGRES);
    assertThat(page).hasTitle("(1) DiunDashboard");
    assertThat(detail()).containsText("Marked as done · just now");
    movePointerAway();
    assertThat(note).hasValue("Needs a dump first");
    assertThat(note).isFocused();
    assertThat(detail().getByText("Saved", exactly())).isVisible();
    note.blur();
    movePointerAway();
    backend.receive(SONARR);
    shows(SONARR, REDIS, POSTGRES);
    assertThat(note).hasValue("Needs a dump first");
    assertThat(button("Mark postgres as done")).isHidden();
    awaitChanges(1, () -> button("Reopen postgres").click());
    assertThat(button("Mark postgres as done")).isVisible();
    assertThat(page).hasTitle("(3) DiunDashboard");
    backend.acknowledge(POSTGRES);
    assertThat(detail()).containsText("Marked as done · just now");
    button("Show details of postgres").click();
    movePointerAway();
    shows(SONARR, REDIS);
  }

  private Locator detail() {
    return page.locator(".detail");
  }
}
