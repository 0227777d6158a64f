package diundashboard.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.KeyboardModifier;
import jakarta.json.Json;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What updates change, on the page. */
class VersionsPageIT extends PageTest {

  @Test
  void rowsShowTheKindAndBothVersions() {
    backend.receive("versions/minor:1.25.5", "versions/major:16.10", "versions/rebuild:latest");
    backend.reset();
    backend.receive("versions/minor:1.29.5", "versions/major:18.0", "versions/rebuild:latest");
    open("?group=kind");
    hasGroups("Major", "Minor", "Rebuild");
    var major = group("Major").locator(".update");
    assertThat(major.locator(".change")).hasText("16.10 → 18.0");
    assertThat(major.locator(".kind")).hasText("Major");
    assertThat(major.locator(".kind"))
        .hasAttribute("title", "Major: 16.10 to 18.0. Read the release notes first.");
    assertThat(major.ariaSnapshot()).containsOnlyOnce("Major").contains("16.10 to 18.0, on ");
    assertThat(group("Minor").locator(".change")).hasText("1.25.5 → 1.29.5");
    assertThat(group("Minor").locator(".change b")).hasText("29.5");
    assertThat(group("Rebuild").locator(".change")).hasText("latest");
    display("Sort by", "Riskiest first");
    display("Group by", "No groups");
    assertThat(page.locator(".update .kind")).hasText(new String[] {"Major", "Minor", "Rebuild"});
  }

  @Test
  void chipsCountAndLimitTheKinds() {
    backend.receive("chips/minor:1.25.5", "chips/major:16.10", "chips/rebuild:latest");
    backend.reset();
    backend.receive("chips/minor:1.29.5", "chips/major:18.0", "chips/rebuild:latest");
    open();
    var chips = chips();
    var all =
        new String[] {
          "All 3", "Major 1", "Minor 1", "Patch 0", "Rebuild 1", "New 0", "Over a month 0"
        };
    assertThat(chips).hasText(all);
    assertThat(chips.nth(1)).not().hasAttribute("aria-keyshortcuts", "2"); // its title says it
    chips.nth(1).click();
    assertThat(page.locator(".update")).hasCount(1);
    assertThat(search()).hasValue("kind:major");
    assertThat(chips).hasText(all);
    assertThat(chips.nth(1)).hasAttribute("aria-pressed", "true");
    chips.nth(2).click();
    assertThat(search()).hasValue("kind:minor");
    chips.nth(4).click(new Locator.ClickOptions().setModifiers(List.of(KeyboardModifier.SHIFT)));
    assertThat(search()).hasValue("kind:minor,rebuild");
    assertThat(page.locator(".update")).hasCount(2);
    assertThat(chips).hasText(all);
    movePointerAway();
    main().focus();
    press("2");
    assertThat(search()).hasValue("kind:major");
    press("2");
    assertThat(search()).hasValue("");
    press("7");
    assertThat(search()).hasValue("older:30d");
    assertThat(heading("No results")).isVisible();
    assertThat(chips).hasText(all);
    press("1");
    assertThat(search()).hasValue("");
    search().fill("kind:minor chips/major");
    assertThat(page.locator(".update")).hasCount(0);
    assertThat(chips)
        .hasText(
            new String[] {
              "All 1", "Major 1", "Minor 0", "Patch 0", "Rebuild 0", "New 0", "Over a month 0"
            });
    chips.first().click();
    assertThat(search()).hasValue("chips/major");
    assertThat(page.locator(".update")).hasCount(1);
  }

  /** Thousands of rows stay fast if each one is small. */
  @Test
  void aRowHasEighteenElements() {
    receiveWithNotes("versions/full:16.10", "https://notes.example/16");
    backend.reset();
    receiveWithNotes("versions/full:17.0", "https://notes.example/17");
    receiveWithNotes("versions/full:18.0", "https://notes.example/18");
    open();
    assertThat(row("full"))
        .hasText(
            Pattern.compile(
                "full\\s*versions/\\s*Major\\s*16.10 → 18.0\\s*Release notes\\s*\\+1 older\\s*nas\\s*web\\s*just now"));
    assertThat(row("full").locator("*")).hasCount(17);
    assertThat(opener("full"))
        .hasAttribute("aria-label", "full, Major, 16.10 to 18.0, on nas, just now");
  }

  @Test
  void releaseNotesInTheMetadataAreLinked() {
    receiveWithNotes("versions/notes:1", "https://notes.example/1?a=<b>");
    receiveWithNotes("versions/hostile:1", "javascript:alert(1)");
    open();
    var link = row("notes").getByText("Release notes");
    assertThat(link).hasAttribute("href", "https://notes.example/1?a=%3Cb%3E");
    assertThat(link).hasAttribute("rel", "noopener noreferrer");
    assertThat(row("hostile").getByText("Release notes")).hasCount(0);
    opener("notes").press("Enter");
    assertThat(page.locator(".panel > .links > a"))
        .hasText(new String[] {"Release notes", "Tags", "Registry page (hub.docker.com)"});
    page.getByText("Metadata from nas").click();
    assertThat(page.locator(".place dd a")).hasText("https://notes.example/1?a=<b>");
  }

  private void receiveWithNotes(String image, String address) {
    var metadata = Json.createObjectBuilder().add("ctn_names", "web").add("changelog", address);
    backend.receive(
        Json.createObjectBuilder(Backend.notification(image)).add("metadata", metadata).build());
  }

  @Test
  void olderTagsAreFolded() {
    backend.receive("versions/folded:1.1", "versions/folded:1.2", "versions/folded:1.3");
    open();
    assertThat(page.locator(".update")).hasCount(1);
    var older = button("+2 older");
    assertThat(older).hasAttribute("aria-expanded", "false");
    page.locator(".update > .name").focus();
    press("Tab", "Tab");
    older.press("Enter");
    assertThat(older).hasAttribute("aria-expanded", "true");
    var tags = page.getByLabel("Older tags").locator("li");
    assertThat(tags)
        .hasText(
            new Pattern[] {
              Pattern.compile("1\\.2 replaced by 1\\.3 .*"),
              Pattern.compile("1\\.1 replaced by 1\\.2 .*")
            });
    assertThat(page.locator(".panel")).hasCount(0);
    page.setViewportSize(360, 740);
    assertThat(tags.first()).isInViewport();
    older.click();
    assertThat(tags).hasCount(0);
    page.locator(".update > .name").press("Enter");
    page.locator(".panel").getByText("+2 older").click();
    assertThat(tags).hasCount(2);
  }
}
