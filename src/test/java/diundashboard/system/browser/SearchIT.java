package diundashboard.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Suggestions of the search field, saved views and the palette. */
class SearchIT extends PageTest {

  private Locator options() {
    return page.getByRole(AriaRole.OPTION);
  }

  private Locator savedViews() {
    return page.getByRole(AriaRole.LIST, new Page.GetByRoleOptions().setName("Saved views"));
  }

  @Test
  void keysAndTheirValuesAreSuggested() {
    backend.receiveOn("suggested-a", POSTGRES);
    backend.receiveOn("suggested-b", REDIS);
    open();
    press("/");
    assertThat(options().first()).hasText("host: host:nas");
    assertThat(search()).hasAttribute("aria-expanded", "true");
    page.keyboard().type("ho");
    assertThat(options()).hasText(new String[] {"host: host:nas"});
    press("Tab");
    assertThat(search()).hasValue("host:");
    assertThat(page).hasURL(Site.uri().toString());
    page.keyboard().type("sugg");
    assertThat(options()).hasText(new String[] {"host:suggested-a 1", "host:suggested-b 1"});
    press("ArrowUp");
    assertThat(options().last()).hasText("host:suggested-b 1");
    assertThat(options().last()).hasAttribute("aria-selected", "true");
    assertThat(search()).hasAttribute("aria-activedescendant", options().last().getAttribute("id"));
    press("Enter");
    assertThat(search()).hasValue("host:suggested-b");
    shows(REDIS);
    assertThat(options()).hasCount(0);
    assertThat(search()).isFocused();
    press("Escape");
    assertThat(search()).hasValue("");
    shows(REDIS, POSTGRES);
    page.keyboard().type("registry:");
    assertThat(options()).hasText(new String[] {"registry:docker.io 2"});
    press("Escape", "Escape", "Escape");
    assertThat(page.locator(".update > .name").first()).isFocused();
    press("/");
    assertThat(options().first()).hasText("host:suggested-b recent");
    press("Escape");
    assertThat(options()).hasCount(0);
    assertThat(search()).isFocused();
  }

  @Test
  void theListIsFocusedAfterASearchWithAKey() {
    backend.receive(POSTGRES);
    backend.receiveOn("vps", REDIS);
    open();
    press("j", "/");
    page.keyboard().type("host:nas");
    press("Enter");
    shows(POSTGRES);
    assertThat(opener("postgres")).isFocused();
  }

  @Test
  void aRefusedSearchIsMended() {
    expectFailedRequests();
    backend.receive(POSTGRES);
    open();
    search().fill("postgres older:0days");
    assertThat(search()).hasAccessibleDescription(Pattern.compile("“older:0days” is not an age.*"));
    button("older:30d").click();
    assertThat(search()).hasValue("postgres older:30d");
    assertThat(search()).isFocused();
    assertThat(heading("No results")).isVisible();
    search().fill("is:major");
    button("kind:major").click();
    assertThat(heading("No results")).isVisible();
  }

  @Test
  void aSearchWithoutResultsNamesTheOtherLists() {
    var image = "docker.io/search/elsewhere:1";
    backend.receive(image, REDIS);
    open();
    awaitChanges(1, () -> button("Mark elsewhere as done").click());
    search().fill("image:elsewhere");
    assertThat(heading("No results")).isVisible();
    button("Search for “elsewhere” instead").click();
    assertThat(search()).hasValue("elsewhere");
    assertThat(main()).containsText("No pending update matches “elsewhere”. 1 done does.");
    link("1 done").click();
    assertThat(search()).hasValue("elsewhere is:done");
    shows(image);
  }

  @Test
  void aViewIsSavedRenamedAndDeleted() {
    backend.receive(POSTGRES, REDIS);
    open("?q=redis&group=host");
    button("Save this view").click();
    dialog().getByLabel("Name").fill("Caches");
    press("Enter");
    assertThat(savedViews().getByRole(AriaRole.LINK).last()).hasText("Caches");
    assertThat(button("Edit view Caches").first()).hasAttribute("aria-pressed", "true");
    open();
    savedViews().getByText("Caches").click();
    shows(REDIS);
    assertThat(page).hasURL(Site.uri() + "?q=redis&group=host");
    button("Edit view Caches").first().click();
    dialog().getByLabel("Name").fill("Stores");
    press("Enter");
    assertThat(savedViews().getByRole(AriaRole.LINK).last()).hasText("Stores");
    button("Edit view Stores").first().click();
    dialog().getByText("Delete").click();
    assertThat(toast()).hasText("View Stores deleted");
    assertThat(savedViews().getByText("Stores")).hasCount(0);
    press("u");
    assertThat(savedViews().getByText("Stores")).isVisible();
    assertThat(savedViews().getByRole(AriaRole.LINK))
        .hasText(new String[] {"Majors", "Over a month", "Stores"});
    savedViews().getByText("Majors").click();
    assertThat(search()).hasValue("kind:major");
    page.evaluate(
        "fetch('api/v1/views').then(r => r.json()).then(all => Promise.all(all.map(({ id }) => fetch(`api/v1/views/${id}`, { method: 'DELETE' }))))");
  }

  @Test
  void savedViewsAreInTheMenuOfNarrowScreens() {
    newWindow(new Browser.NewContextOptions().setViewportSize(390, 800));
    backend.receive(POSTGRES);
    open();
    button("More").click();
    savedViews().getByText("Over a month").click();
    assertThat(page).hasURL(Site.uri() + "?q=older%3A30d");
    assertThat(page.locator("#menu")).isHidden();
  }

  @Test
  void keysDoNothingWhileThePaletteIsLoaded() {
    backend.receive(POSTGRES);
    var held = new ArrayList<Route>();
    page.route(Pattern.compile("/app/parts-\\w+\\.js$"), held::add);
    open();
    press("j", "Control+k", "e", "x");
    assertThat(page.locator(".update")).hasCount(1);
    assertThat(bar()).hasCount(0);
    held.forEach(Route::resume);
    assertThat(dialog().getByRole(AriaRole.COMBOBOX)).isFocused();
    press("Escape", "e");
    assertThat(page.locator(".update")).hasCount(0);
  }

  @Test
  void thePaletteFindsCommandsAndImages() {
    var image = "docker.io/search/palette:1";
    backend.receive(image, REDIS);
    backend.tag("media", SONARR);
    open();
    press("j", "Control+k");
    assertThat(dialog().getByRole(AriaRole.COMBOBOX)).isFocused();
    page.keyboard().type("snoo redis");
    assertThat(options()).hasText(new String[] {"Snooze redis until… h"});
    press("Enter");
    assertThat(dialog()).containsText("Snooze redis");
    press("Escape", "Control+k");
    assertThat(options().first()).hasText("Snooze redis until… h");
    page.keyboard().type("tag redis as");
    assertThat(options()).hasText(new String[] {"Tag redis as media t"});
    press("Escape", "Escape", "x", "j", "x", "Control+k");
    page.keyboard().type("copy");
    assertThat(options()).hasText(new String[] {"Copy commands for 2 updates c"});
    press("Escape", "Escape", "Escape", "Control+k");
    page.keyboard().type("hosts");
    press("Enter");
    assertThat(page).hasURL(Site.uri() + "?view=hosts");
    press("Control+k");
    page.keyboard().type("search/palette");
    assertThat(options()).hasText(new String[] {image + " pending"});
    press("Enter");
    assertThat(page).hasURL(Pattern.compile(".*[?&]image=.*palette.*"));
    press("Control+k", "Escape");
    assertThat(dialog()).hasCount(0);
    assertThat((String) page.evaluate("document.activeElement.tagName")).isNotEqualTo("BODY");
  }

  /** Hosts are searched by name, statistics not at all. */
  @Test
  void typingKeepsTheView() {
    backend.receive(POSTGRES);
    open("?q=postgres");
    press("g", "h");
    assertThat(search()).hasValue("");
    assertThat(search()).hasAccessibleName("Search hosts");
    search().fill("na");
    assertThat(page).hasURL(Site.uri() + "?view=hosts&q=na");
    search().press("Enter");
    press("g", "i");
    assertThat(search()).hasCount(0);
    press("/");
  }

  @Test
  void anUnknownValueOfTheAddressIsTold() {
    backend.receive(POSTGRES);
    open("?view=foo&group=host");
    assertThat(toast()).hasText("There is no view “foo”. The default is shown.");
    shows(POSTGRES);
  }

  @Test
  void anEmptyInboxNamesWhatComesBackNextAndWhatWasDoneLast() {
    var done = "docker.io/search/last:1";
    backend.receive(POSTGRES, REDIS, done);
    answer(
        "api/v1/hosts",
        """
        [{"host":"nas","name":null,"state":"reporting","state_by":"guess","silent_since":null,"counts":{"pending":0}},
         {"host":"k3s","name":null,"state":"silent","state_by":"guess","silent_since":"2026-11-20T00:00:00Z","counts":{"pending":0}},
         {"host":"pi","name":null,"state":"too_new","state_by":"guess","silent_since":null,"counts":{"pending":0}}]
        """);
    open();
    page.evaluate(
        """
        ([[first, last]]) => Promise.all([[first, '2099-01-04T12:00:00Z'], [last, '2099-01-02T12:00:00Z']].map(([image, until]) =>
            fetch('api/v1/snoozes', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ images: [image], until }) })))
        """,
        List.of(List.of(POSTGRES, REDIS)));
    shows(done);
    awaitChanges(1, () -> press("j", "e"));
    assertThat(page.locator(".empty-state p"))
        .hasText(
            new String[] {
              "Next back: redis on Jan 2, 2099.",
              "1 marked as done just now: last Undo",
              "1 of 3 hosts reported as usual. 1 did not: k3s. 1 host is too new to tell."
            });
    awaitChanges(1, () -> button("Undo: 1 marked as done").click());
    shows(done);
  }
}
