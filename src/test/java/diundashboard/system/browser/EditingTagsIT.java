package diundashboard.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** Tags are created, changed, sorted and deleted, and have rules. */
class EditingTagsIT extends PageTest {

  @Test
  void aNewTagIsThereThoughNothingHasIt() {
    backend.receive(POSTGRES);
    open();
    openTags();
    page.getByLabel("Name of the new tag").fill("  databases ");
    button("Create").click();
    assertThat(dialog()).hasCount(0);
    assertThat(emptyTags()).hasText(new String[] {"databases"});
    open();
    assertThat(emptyTags()).hasText(new String[] {"databases"});
  }

  @Test
  void aNameThatIsTakenIsRefusedInTheDialog() {
    expectFailedRequests();
    backend.receive(POSTGRES);
    backend.tag("databases");
    open();
    openTags();
    page.getByLabel("Name of the new tag").fill("databases");
    button("Create").click();
    assertThat(dialog().getByRole(AriaRole.ALERT).first()).containsText("already a tag");
    assertThat(page.getByLabel("Name of the new tag")).hasValue("databases");
  }

  @Test
  void aTagGetsAnotherNameAndAColour() {
    backend.receive(POSTGRES);
    backend.tag("databases", POSTGRES);
    open();
    button("Edit tag databases").click();
    page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("data");
    page.getByLabel("teal").check();
    button("Save").click();
    assertThat(dialog()).hasCount(0);
    hasGroups("data");
    assertThat(group("data").locator(".c-teal")).hasCount(1);
  }

  @Test
  void whatARuleMatchesIsCountedBeforeItIsTagged() {
    backend.receive("registry.lan/shop/db:1", "registry.lan/shop/cache:1", SONARR);
    backend.tag("shop");
    open();
    button("Edit tag shop").click();
    button("Add a rule").click();
    page.getByLabel("Field").fill("image");
    page.getByLabel("Pattern").fill("registry.lan/shop/*");
    button("Save").click();
    button("Tag the 2 images that match now").click();
    hasGroups("Untagged", "shop");
    shows(SONARR, "registry.lan/shop/cache:1", "registry.lan/shop/db:1");
    backend.receive("registry.lan/shop/web:1");
    assertThat(group("shop")).containsText("web");
  }

  @Test
  void theOrderOfTheTagsIsThatOfTheGroups() {
    backend.receive(POSTGRES, SONARR);
    backend.tag("databases", POSTGRES);
    backend.tag("media", SONARR);
    open();
    hasGroups("databases", "media");
    openTags();
    awaitChanges(1, () -> button("Move media up").click());
    press("Escape");
    hasGroups("media", "databases");
  }

  @Test
  void deletingATagAsksAndKeepsItsUpdates() {
    backend.receive(POSTGRES, REDIS);
    backend.tag("databases", POSTGRES, REDIS);
    open();
    button("Edit tag databases").click();
    button("Delete").click();
    assertThat(dialog().getByRole(AriaRole.HEADING)).hasText("Delete tag databases?");
    assertThat(dialog().getByText("The 2 updates in it stay, untagged.")).isVisible();
    button("Delete").click();
    hasGroups("Untagged");
    shows(REDIS, POSTGRES);
  }

  @Test
  void deletingATagCanBeCalledOff() {
    backend.receive(POSTGRES);
    backend.tag("databases", POSTGRES);
    open();
    button("Edit tag databases").click();
    button("Delete").click();
    assertThat(button("Cancel")).isFocused();
    press("Enter");
    assertThat(dialog()).hasCount(0);
    hasGroups("databases");
  }

  private void openTags() {
    button("Menu").click();
    button("Tags").click();
    assertThat(heading("Tags")).isVisible();
  }

  private Locator emptyTags() {
    return group("Nothing waits in").getByRole(AriaRole.LISTITEM);
  }
}
