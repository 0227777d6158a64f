package diundashboard.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Creating, changing, sorting and deleting tags, and their rules. */
class EditingTagsIT extends PageTest {

  @Test
  void aNewTagIsShownWithoutUpdates() {
    backend.receive(POSTGRES);
    open();
    openTags();
    button("New tag…").click();
    page.getByLabel("New tag name").fill("  databases ");
    button("Create").click();
    assertThat(dialog()).hasCount(0);
    assertThat(button("New tag…")).isFocused();
    assertThat(names()).hasText(new String[] {"databases"});
    open();
    assertThat(emptyTags()).hasText(new String[] {"databases"});
  }

  @Test
  void anExistingTagNameIsRejectedInTheDialog() {
    expectFailedRequests();
    backend.receive(POSTGRES);
    backend.tag("databases");
    open();
    openTags();
    button("New tag…").click();
    page.getByLabel("New tag name").fill("databases");
    button("Create").click();
    assertThat(dialog().getByRole(AriaRole.ALERT).first())
        .hasText("“databases” already exists. Choose another name.");
    assertThat(page.getByLabel("New tag name")).hasValue("databases");
  }

  @Test
  void aTagIsRenamedAndGetsAColour() {
    backend.receive(POSTGRES);
    backend.tag("databases", POSTGRES);
    open();
    button("Edit tag databases").click();
    page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("data");
    page.getByLabel("Teal").check();
    button("Save").click();
    assertThat(dialog()).hasCount(0);
    hasGroups("data");
    assertThat(group("data").locator(".c-teal")).hasCount(1);
  }

  @Test
  void matchingImagesAreCountedBeforeTheRulesAreApplied() {
    backend.receive("registry.lan/shop/db:1", "registry.lan/shop/cache:1", SONARR);
    backend.receive("registry.lan/shop/old:1");
    backend.tag("shop");
    backend.tag("legacy", "registry.lan/shop/old:1");
    open();
    button("Edit tag shop").click();
    button("Add rule").click();
    page.getByLabel("Field").fill("image");
    page.getByLabel("Pattern").fill("registry.lan/shop/d*");
    assertThat(dialog().getByText("These rules match 1 image")).isVisible();
    page.getByLabel("Pattern").fill("registry.lan/shop/*");
    assertThat(dialog().getByText("These rules match 3 images, 1 of them with another tag"))
        .isVisible();
    button("Save").click();
    button("Apply to 2 matching images").click();
    hasGroups("shop", "legacy", "Untagged");
    backend.receive("registry.lan/shop/web:1");
    assertThat(group("shop")).containsText("web");
  }

  /** The text of a rule is only in the form until it is saved. */
  @Test
  void theRuleWhoseButtonIsPressedIsRemoved() {
    backend.receive(POSTGRES);
    backend.tag("shop");
    open();
    button("Edit tag shop").click();
    button("Add rule").click();
    patterns().fill("saved/*");
    awaitChanges(2, () -> button("Save").click());
    for (var pattern : List.of("first/*", "second/*")) {
      button("Add rule").click();
      patterns().last().fill(pattern);
    }
    removeRule(1);
    hasPatterns("saved/*", "second/*");
    assertThat(button("Remove rule").nth(1)).isFocused();
    removeRule(0);
    hasPatterns("second/*");
    assertThat(button("Remove rule")).isFocused();
    press("Enter");
    hasPatterns();
    assertThat(button("Add rule")).isFocused();
    button("Add rule").click();
    hasPatterns("");
  }

  @Test
  void groupsFollowTheOrderOfTheTags() {
    backend.receive(POSTGRES, SONARR);
    backend.tag("databases", POSTGRES);
    backend.tag("media", SONARR);
    open();
    hasGroups("databases", "media");
    openTags();
    awaitChanges(1, () -> button("Move media up").click());
    assertThat(names()).hasText(new String[] {"media", "databases"});
    awaitChanges(1, () -> press("u"));
    assertThat(names()).hasText(new String[] {"databases", "media"});
    awaitChanges(1, () -> main().locator(".grip").last().dragTo(names().first()));
    assertThat(names()).hasText(new String[] {"media", "databases"});
    press("g", "p");
    hasGroups("media", "databases");
    awaitChanges(1, () -> button("Undo").click());
    hasGroups("databases", "media");
  }

  @Test
  void deletingATagAsksForConfirmationAndKeepsItsUpdates() {
    backend.receive(POSTGRES, REDIS, SONARR);
    backend.tag("databases", POSTGRES, REDIS, SONARR);
    backend.tag("media");
    backend.acknowledge(SONARR);
    open();
    button("Edit tag databases").click();
    button("Delete").click();
    assertThat(dialog().getByRole(AriaRole.HEADING)).hasText("Delete tag databases?");
    assertThat(dialog().getByText("2 pending updates and 1 other image lose it.")).isVisible();
    awaitChanges(1, () -> button("Delete").click());
    hasGroups("Untagged");
    shows(REDIS, POSTGRES);
    awaitChanges(3, () -> button("Undo").click());
    hasGroups("databases");
    openTags();
    assertThat(names()).hasText(new String[] {"databases", "media"});
    assertThat(states(SONARR)).isEqualTo("nas acknowledged");
    open("?q=is:done tag:databases");
    shows(SONARR);
  }

  @Test
  void aTagIsMovedTwiceByKeyboard() {
    backend.receive(POSTGRES);
    for (var tag : List.of("databases", "games", "media")) backend.tag(tag);
    open();
    openTags();
    button("Move databases down").focus();
    awaitChanges(1, () -> press("Enter"));
    assertThat(names()).hasText(new String[] {"games", "databases", "media"});
    assertThat(button("Move databases down")).isFocused();
    awaitChanges(1, () -> press("Enter"));
    assertThat(names()).hasText(new String[] {"games", "media", "databases"});
    assertThat(button("Move databases down")).isFocused();
  }

  private Locator names() {
    return main().locator(".tag-list li span:not(.dot)");
  }

  @Test
  void deletingATagCanBeCancelled() {
    backend.receive(POSTGRES);
    backend.tag("databases", POSTGRES);
    open();
    button("Edit tag databases").click();
    page.getByLabel("Name", exactLabel()).fill("data");
    button("Add rule").click();
    patterns().fill("*sql*");
    button("Delete").click();
    assertThat(button("Cancel")).isFocused();
    press("Enter");
    assertThat(page.getByLabel("Name", exactLabel())).hasValue("data");
    assertThat(patterns()).hasValue("*sql*");
    press("Escape");
    hasGroups("databases");
  }

  private static Page.GetByLabelOptions exactLabel() {
    return new Page.GetByLabelOptions().setExact(true);
  }

  private Locator patterns() {
    return page.getByLabel("Pattern");
  }

  private void removeRule(int at) {
    button("Remove rule").nth(at).click();
  }

  private void hasPatterns(String... values) {
    assertThat(patterns()).hasCount(values.length);
    for (var i = 0; i < values.length; i++) assertThat(patterns().nth(i)).hasValue(values[i]);
  }

  private void openTags() {
    button("Menu").click();
    button("Settings").click();
    button("Tags").click();
    assertThat(heading("Tags")).isVisible();
  }

  private Locator emptyTags() {
    return group("Tags without pending updates").getByRole(AriaRole.LISTITEM);
  }
}
