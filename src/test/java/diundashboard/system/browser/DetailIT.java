package diundashboard.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;

class DetailIT extends PageTest {

  @Test
  void enterTogglesTheDetails() {
    backend.receive(POSTGRES, REDIS);
    open();
    press("j", "j", "Enter");
    assertThat(detail()).containsText("docker pull " + POSTGRES);
    assertThat(opener("postgres")).hasAttribute("aria-expanded", "true");
    press("Enter");
    assertThat(detail()).hasCount(0);
    assertThat(opener("postgres")).isFocused();
    opener("postgres").click();
    button("Close details").click();
    assertThat(opener("postgres")).isFocused();
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
    opener("postgres").click();
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
    opener("postgres").click();
    button("Copy docker pull " + POSTGRES).click();
    assertThat(toast()).hasText("Copied");
    assertThat(page.evaluate("navigator.clipboard.readText()"))
        .isEqualTo("docker pull " + POSTGRES);
  }

  @Test
  void aNoteSavesItself() {
    backend.receive(POSTGRES);
    open();
    opener("postgres").click();
    awaitChanges(1, () -> page.getByLabel("Note").fill("Needs a dump first"));
    assertThat(detail().getByText("Saved", exactly())).isVisible();
    assertThat(row("postgres")).containsText("Needs a dump first");
    page.getByLabel("Note").fill("");
    awaitChanges(1, () -> opener("postgres").click());
    assertThat(row("postgres")).not().containsText("Needs a dump first");
  }

  @Test
  void anUnsavedNoteSurvivesAReload() {
    backend.receive(POSTGRES);
    open();
    expectFailedRequests();
    page.route("**/api/v1/notes", Route::abort);
    opener("postgres").click();
    page.getByLabel("Note").fill("Needs a dump first");
    open();
    opener("postgres").click();
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
    opener("postgres").click();
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
    opener("postgres").click();
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
    opener("postgres").click();
    var note = page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Note"));
    note.fill("Needs a dump first");
    backend.acknowledge(POSTGRES);
    assertThat(page).hasTitle("(1) postgres – DiunDashboard");
    assertThat(detail()).containsText("Marked as done · just now");
    assertThat(note).hasValue("Needs a dump first");
    assertThat(note).isFocused();
    assertThat(detail().getByText("Saved", exactly())).isVisible();
    title().focus();
    movePointerAway();
    backend.receive(SONARR);
    shows(SONARR, REDIS);
    assertThat(note).hasValue("Needs a dump first");
    awaitChanges(1, () -> detail().getByText("Reopen", exactly()).first().click());
    shows(SONARR, REDIS, POSTGRES);
    assertThat(detail().getByText("Mark as done").first()).isVisible();
  }

  @Test
  void detailsHaveAnAddress() {
    backend.receive(POSTGRES, REDIS);
    open("?q=registry:docker.io");
    opener("redis").click();
    var address = Site.uri() + "?q=registry%3Adocker.io&image=docker.io%2Flibrary%2F";
    assertThat(page).hasURL(address + "redis%3A7.4-alpine");
    press("j");
    assertThat(page).hasURL(address + "postgres%3A16.6");
    assertThat(detail().getByRole(AriaRole.HEADING).first()).hasText("postgres");
    page.reload();
    assertThat(detail()).containsText("docker pull " + POSTGRES);
    page.goBack();
    assertThat(detail()).hasCount(0);
    assertThat(page).hasURL(Site.uri() + "?q=registry:docker.io");
  }

  @Test
  void anImageThatIsDoneHasDetails() {
    backend.receive(POSTGRES, REDIS);
    backend.acknowledge(POSTGRES);
    open("?view=done&image=" + POSTGRES);
    assertThat(page).hasTitle("(1) postgres – DiunDashboard");
    assertThat(detail()).containsText("Marked as done · just now");
    detail().getByRole(AriaRole.BUTTON).first().focus();
    awaitChanges(1, () -> press("e"));
    assertThat(toast()).hasText("1 update reopened");
    assertThat(detail().getByText("Mark as done").first()).isVisible();
    assertThat(states(POSTGRES)).isEqualTo("nas pending");
    assertThat(states(REDIS)).isEqualTo("nas pending");
  }

  @Test
  void anUnknownImageIsToldSo() {
    expectFailedRequests();
    backend.receive(REDIS);
    open("?image=never/seen:1");
    assertThat(detail().getByRole(AriaRole.ALERT)).isVisible();
    press("e");
    assertThat(states(REDIS)).isEqualTo("nas pending");
    press("Escape");
    assertThat(detail()).hasCount(0);
  }

  @Test
  void detailsGoOnToTheNextUpdate() {
    backend.receive(POSTGRES, REDIS, SONARR);
    open();
    press("j", "Enter");
    assertThat(title()).hasText("sonarr");
    awaitChanges(1, () -> press("e"));
    assertThat(title()).hasText("redis");
    assertThat(opener("redis")).isFocused();
    button("Next update").click();
    assertThat(title()).hasText("postgres");
    assertThat(button("Next update")).isDisabled();
    awaitChanges(1, () -> detail().getByText("Mark as done").first().click());
    assertThat(title()).hasText("redis");
    shows(REDIS);
  }

  @Test
  void onNarrowScreensTheDetailsTakeThePlaceOfTheList() {
    newWindow(new Browser.NewContextOptions().setViewportSize(1000, 700));
    backend.receive(REDIS, POSTGRES);
    open();
    press("j", "x", "j", "Enter");
    assertThat(row("redis")).isHidden();
    assertThat(title()).isFocused();
    awaitChanges(1, () -> press("e"));
    assertThat(toast()).hasText("1 update marked as done");
    assertThat(title()).hasText("postgres");
    assertThat(title()).isFocused();
    press("Escape");
    assertThat(opener("postgres")).isFocused();
    shows(POSTGRES);
  }

  private Locator title() {
    return page.locator("#details-title");
  }

  private Locator detail() {
    return page.locator(".panel");
  }
}
