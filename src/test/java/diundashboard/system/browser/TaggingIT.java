package diundashboard.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** Tagging by drag and drop, by keyboard and by button. */
class TaggingIT extends PageTest {

  @Test
  void aRowDroppedOnAGroupGetsItsTag() {
    backend.receive(POSTGRES, REDIS, SONARR);
    backend.tag("media", SONARR);
    open();
    row("redis").locator(".service").dragTo(group("media"));
    hasGroups("media", "Untagged");
    shows(SONARR, REDIS, POSTGRES);
    assertThat(dropBar()).hasCount(0);
    open();
    shows(SONARR, REDIS, POSTGRES);
  }

  @Test
  void theSelectionIsDraggedTogether() {
    backend.receive(POSTGRES, REDIS, SONARR, TRAEFIK);
    backend.tag("media", SONARR);
    open();
    row("redis").getByRole(AriaRole.CHECKBOX).check();
    row("postgres").getByRole(AriaRole.CHECKBOX).check();
    startDragging("postgres");
    assertThat(dropBar().getByText("Tag 2 updates as")).isVisible();
    dropOn(target("media"));
    hasGroups("media", "Untagged");
    shows(SONARR, REDIS, POSTGRES, TRAEFIK);
  }

  @Test
  void aRowDroppedOnTheDropBarGetsTheTag() {
    backend.receive(POSTGRES);
    backend.tag("databases");
    open();
    startDragging("postgres");
    assertThat(dropBar().getByRole(AriaRole.LISTITEM))
        .hasText(new String[] {"databases", "Untagged", "New tag…"});
    dropOn(target("databases"));
    hasGroups("databases");
    assertThat(dropBar()).hasCount(0);
  }

  @Test
  void aRowDroppedOnUntaggedLosesItsTag() {
    backend.receive(POSTGRES);
    backend.tag("databases", POSTGRES);
    open();
    startDragging("postgres");
    dropOn(target("Untagged"));
    hasGroups("Untagged");
    open();
    hasGroups("Untagged");
  }

  @Test
  void aRowDroppedOnNewTagAsksForItsName() {
    backend.receive(POSTGRES);
    open();
    startDragging("postgres");
    dropOn(target("New tag…"));
    assertThat(dialog().getByRole(AriaRole.HEADING)).hasText("New tag for postgres");
    page.keyboard().type("databases");
    press("Enter");
    hasGroups("databases");
  }

  @Test
  void aDragWithoutADropTargetChangesNothing() {
    backend.receive(POSTGRES);
    open();
    startDragging("postgres");
    page.mouse().up();
    assertThat(dropBar()).hasCount(0);
    hasGroups("Untagged");
  }

  @Test
  void updatesAreTaggedByKeyboard() {
    backend.receive(POSTGRES, REDIS, SONARR);
    backend.tag("databases", POSTGRES);
    open();
    press("j", "j", "j", "k", "t");
    assertThat(dialog().getByRole(AriaRole.HEADING)).hasText("Tag sonarr");
    assertThat(page.getByLabel("Find or create a tag")).isFocused();
    press("Escape");
    assertThat(opener("sonarr")).isFocused();
    press("j", "t", "Enter");
    assertThat(dialog()).hasCount(0);
    shows(REDIS, POSTGRES, SONARR);
    assertThat(opener("sonarr")).isFocused();
  }

  @Test
  void updatesGetANewTagByKeyboard() {
    backend.receive(POSTGRES, REDIS);
    open();
    press("j", "a", "t");
    assertThat(heading("Tag 2 updates")).isVisible();
    page.keyboard().type("databases");
    press("Enter");
    hasGroups("databases");
    shows(REDIS, POSTGRES);
  }

  @Test
  void theMenuOfARowOpensTheTagPicker() {
    backend.receive(POSTGRES);
    backend.tag("databases", POSTGRES);
    open();
    row("postgres").hover();
    button("More actions on postgres").click();
    page.locator("#row-menu")
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Tag").setExact(true))
        .click();
    assertThat(button("databases")).hasAttribute("aria-current", "true");
    button("Remove tag").click();
    hasGroups("Untagged");
  }

  @Test
  void untaggedUpdatesAreCountedInTheTitle() {
    backend.receive(POSTGRES, REDIS, SONARR);
    open();
    assertThat(button("3 untagged")).hasCount(0);
    backend.tag("databases", POSTGRES);
    button("2 untagged").click();
    assertThat(search()).hasValue("tag:none");
    shows(SONARR, REDIS);
  }

  @Test
  void aTagIsFoundByAPartOfItsName() {
    backend.receive(POSTGRES);
    for (var i = 0; i < 30; i++) backend.tag("tag-%02d".formatted(i));
    backend.tag("Databases");
    open();
    press("j", "t");
    assertThat(dialog().getByRole(AriaRole.LISTITEM)).hasCount(31);
    page.keyboard().type("base");
    assertThat(dialog().getByRole(AriaRole.LISTITEM))
        .hasText(new String[] {"Databases", "Create “base”"});
    press("ArrowDown", "ArrowDown");
    assertThat(button("Create “base”")).isFocused();
    press("ArrowUp", "ArrowUp");
    page.keyboard().type("s");
    press("Enter");
    hasGroups("Databases");
    press("j", "t");
    page.keyboard().type("DATABASES");
    assertThat(dialog().getByRole(AriaRole.LISTITEM))
        .hasText(new String[] {"Databases", "Remove tag"});
  }

  private Locator dropBar() {
    return page.getByLabel("Drop here to tag");
  }

  private Locator target(String name) {
    return dropBar()
        .getByRole(AriaRole.LISTITEM)
        .filter(new Locator.FilterOptions().setHasText(name));
  }

  private void startDragging(String name) {
    row(name).locator(".service").hover();
    page.mouse().down();
    page.mouse().move(640, 600, new Mouse.MoveOptions().setSteps(5));
    dropBar().waitFor();
  }

  private void dropOn(Locator target) {
    var box = target.boundingBox();
    var steps = new Mouse.MoveOptions().setSteps(5);
    page.mouse().move(box.x + box.width / 2, box.y + box.height / 2, steps);
    page.mouse().up();
  }
}
