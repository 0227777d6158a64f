package diundashboard.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import org.junit.jupiter.api.Test;

class DetailIT extends PageTest {

  @Test
  void enterOpensAndClosesThem() {
    backend.receive(POSTGRES, REDIS);
    open();
    press("j", "j", "Enter");
    assertThat(detail()).containsText("docker pull " + POSTGRES);
    assertThat(button("Details of postgres")).hasAttribute("aria-expanded", "true");
    press("Enter");
    assertThat(detail()).hasCount(0);
    assertThat(row("postgres")).isFocused();
  }

  @Test
  void theyTellAllThatIsKnown() {
    backend.receive(POSTGRES);
    var digest = "sha256:" + "ab".repeat(32);
    backend.receive(
        jakarta.json.Json.createObjectBuilder(Backend.notification(POSTGRES))
            .add("digest", digest)
            .build());
    backend.tag("databases", POSTGRES);
    open();
    button("Details of postgres").click();
    assertThat(detail()).containsText(POSTGRES);
    assertThat(detail()).containsText(digest);
    assertThat(detail()).containsText("Digest before");
    assertThat(detail()).containsText("linux/amd64");
    assertThat(detail()).containsText("docker");
    assertThat(detail()).containsText("databases");
    assertThat(detail()).containsText("Diun reported it");
    detail().getByText("What Diun sent").click();
    assertThat(detail().locator("pre")).containsText("\"diun_version\": \"v4.33.0\"");
    detail().getByText("Metadata of nas").click();
    assertThat(detail().getByText("ctn_names").first()).isVisible();
  }

  @Test
  void thePullCommandIsCopied() {
    page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
    backend.receive(POSTGRES);
    open();
    button("Details of postgres").click();
    button("Copy Pull command").click();
    assertThat(toast()).hasText("Copied");
    assertThat(page.evaluate("navigator.clipboard.readText()"))
        .isEqualTo("docker pull " + POSTGRES);
  }

  @Test
  void aNoteStaysWithTheImage() {
    backend.receive(POSTGRES);
    open();
    button("Details of postgres").click();
    page.getByLabel("Note on this image").fill("Needs a dump first");
    awaitChanges(1, () -> button("Save note").click());
    assertThat(toast()).hasText("Note saved.");
    open();
    assertThat(row("postgres")).containsText("Needs a dump first");
    button("Details of postgres").click();
    page.getByLabel("Note on this image").fill("");
    awaitChanges(1, () -> button("Save note").click());
  }

  @Test
  void oneContainerIsDoneByItself() {
    backend.receive(POSTGRES);
    backend.receiveOn("vps", POSTGRES);
    open();
    assertThat(row("postgres")).containsText("nas, vps");
    button("Details of postgres").click();
    awaitChanges(1, () -> button("Done with postgres on vps · web,proxy").click());
    assertThat(button("Done with postgres on vps · web,proxy")).hasCount(0);
    assertThat(row("postgres")).containsText("nas");
    button("Undo").click();
    assertThat(button("Done with postgres on vps · web,proxy")).isVisible();
  }

  private Locator detail() {
    return page.locator(".detail");
  }
}
