package diundashboard.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Imports in the hosts view: by file, from the clipboard and by drop. Each test has a host of its
 * own.
 */
class ImportsPageIT extends PageTest {

  private static final String OUTPUT =
      """
      {"image":{"name":"docker.io/library/redis","manifests":[{"tag":"7.4-alpine","digest":"sha256:%s","created":"2026-11-25T00:00:00Z","labels":{"org.opencontainers.image.version":"7.4.8"}}]}}
      {"image":{"name":"docker.io/library/valkey-%1$s","manifests":[{"tag":"9","digest":"sha256:9"}]}}""";

  private static final String TRANSFER =
      """
      ([type, text]) => {
        const data = new DataTransfer();
        if (type === 'drop') data.items.add(new File([text], 'images.json'));
        else data.setData('text/plain', text);
        const init = { bubbles: true, cancelable: true };
        document.querySelector('main').dispatchEvent(type === 'drop'
          ? new DragEvent('drop', { ...init, dataTransfer: data }) : new ClipboardEvent('paste', { ...init, clipboardData: data }));
      }""";

  @Test
  void aFileIsPreviewedImportedAndUndone() {
    expectFailedRequests();
    backend.receiveOn("rack", REDIS);
    backend.acknowledge(REDIS);
    open("?view=hosts");
    lookInto("rack");
    button("Import from Diun on rack").click();
    assertThat(dialog().getByLabel("Host of this Diun")).hasValue("rack");
    choose("nginx");
    assertThat(dialog().getByRole(AriaRole.ALERT))
        .containsText("the text is not JSON at line 1, column 1");
    choose(OUTPUT.formatted("rack"));
    assertThat(dialog()).containsText("2 images: 0 known and the same, 1 missed, 1 new");
    assertThat(dialog().getByText("7.4.8")).isVisible();
    awaitChanges(1, () -> dialog().getByText("Import", exactly()).click());
    assertThat(toast()).hasText("Imported: 1 missed update");
    assertThat(dialog()).hasCount(0);
    assertThat(states(REDIS)).contains("pending");
    awaitChanges(1, () -> button("Undo").click());
    assertThat(toast()).hasText("Action undone");
    assertThat(states(REDIS)).doesNotContain("pending");
    open("?view=done");
    assertThat(main().getByText("2 imported").first()).isVisible();
    assertThat(states("docker.io/library/valkey-rack:9")).isEqualTo("unknown");
  }

  @Test
  void textIsPastedAndFilesAreDropped() {
    backend.receiveOn("den", REDIS);
    open("?view=hosts");
    transfer("paste", OUTPUT.formatted("den"));
    assertThat(dialog()).containsText("2 images:");
    dialog().getByLabel("Host of this Diun").selectOption("den");
    assertThat(dialog()).containsText("1 missed");
    transfer("drop", "{\"images\":[]}");
    assertThat(dialog()).containsText("0 images:");
    press("Escape");
    transfer("drop", OUTPUT.formatted("den"));
    assertThat(dialog()).containsText("2 images:");
    open();
    transfer("paste", OUTPUT.formatted("den"));
    assertThat(dialog()).hasCount(0);
    button("Menu").click();
    button("Import from Diun").click();
    assertThat(dialog().getByRole(AriaRole.HEADING)).hasText("Import from Diun");
  }

  private void choose(String text) {
    dialog()
        .getByLabel("File")
        .setInputFiles(new FilePayload("images.json", "application/json", text.getBytes(UTF_8)));
  }

  private void transfer(String type, String text) {
    page.evaluate(TRANSFER, List.of(type, text));
  }
}
