package diundashboard.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
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
  void aNoteIsSavedAndRemoved() {
    backend.receive(POSTGRES);
    open();
    button("Show details of postgres").click();
    page.getByLabel("Note").fill("Needs a dump first");
    awaitChanges(1, () -> button("Save note").click());
    assertThat(toast()).hasText("Note saved");
    open();
    assertThat(row("postgres")).containsText("Needs a dump first");
    button("Show details of postgres").click();
    page.getByLabel("Note").fill("");
    awaitChanges(1, () -> button("Save note").click());
  }

  @Test
  void oneOfSeveralContainersIsMarkedAsDone() {
    backend.receive(POSTGRES);
    backend.receiveOn("vps", POSTGRES);
    open();
    assertThat(row("postgres")).containsText("nas, vps");
    button("Show details of postgres").click();
    awaitChanges(1, () -> button("Mark postgres on vps · web,proxy as done").click());
    assertThat(button("Mark postgres on vps · web,proxy as done")).hasCount(0);
    assertThat(row("postgres")).containsText("nas");
    button("Undo").click();
    assertThat(button("Mark postgres on vps · web,proxy as done")).isVisible();
  }

  private Locator detail() {
    return page.locator(".detail");
  }
}
