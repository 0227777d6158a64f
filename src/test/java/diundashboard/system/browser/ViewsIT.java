package diundashboard.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The hosts, the insights, the menu, and the page in another language. */
class ViewsIT extends PageTest {

  @Test
  void aHostTellsWhetherItStillReports() {
    Samples.fill(this);
    open();
    assertThat(button("Diun on Basement reported 2h ago, and 2 other hosts")).isVisible();
    button("Diun on k3s last reported 2d ago").click();
    assertThat(page).hasURL(Site.uri() + "?view=hosts");
    assertThat(host("k3s")).containsText("silent");
    assertThat(host("Basement"))
        .containsText("Diun on Basement reported 2h ago, usually every 6 hours");
    assertThat(host("Basement")).not().containsText("silent");
  }

  @Test
  void aHostIsCalledAsOneLikes() {
    backend.receive(POSTGRES);
    open("?view=hosts");
    button("Rename nas").click();
    page.getByLabel("Name; empty for its hostname").fill("Basement");
    button("Save").click();
    assertThat(heading("Basement")).isVisible();
    button("Rename Basement").click();
    page.getByLabel("Name; empty for its hostname").fill("");
    press("Enter");
    assertThat(heading("nas")).isVisible();
  }

  @Test
  void hostsAreMergedAndSeparated() {
    backend.receiveOn("d2219b854598", POSTGRES);
    backend.receive(REDIS);
    open("?view=hosts");
    button("Merge d2219b854598").click();
    page.getByLabel("Into which host").selectOption("nas");
    button("Merge").click();
    assertThat(host("nas")).containsText("Merged into it: d2219b854598");
    button("Undo merging d2219b854598").click();
    assertThat(heading("d2219b854598")).isVisible();
    assertThat(host("nas")).not().containsText("Merged into it");
  }

  @Test
  void eachPictureHasATableBehindIt() {
    Samples.fill(this);
    open("?view=insights");
    assertThat(main()).containsText("days until done, median2.4");
    page.getByText("Arrivals per week, as a table").click();
    var table =
        page.getByRole(AriaRole.TABLE, new Page.GetByRoleOptions().setName("Arrivals per week"));
    assertThat(table.getByRole(AriaRole.ROW)).hasCount(6);
    page.getByRole(AriaRole.TABLE, new Page.GetByRoleOptions().setName("By host"))
        .getByRole(AriaRole.BUTTON)
        .first()
        .click();
    assertThat(search()).hasValue("host:nas");
  }

  @Test
  void whatWasDoneIsReopened() {
    backend.receive(POSTGRES, REDIS);
    open();
    awaitChanges(1, () -> button("Done with all 2").click());
    open("?view=done&q=redis");
    button("Reopen redis").first().click();
    assertThat(toast()).hasText("redis waits again.");
    open();
    shows(REDIS);
  }

  @Test
  void theThemeAndTheDensityAreRemembered() {
    newWindow(new Browser.NewContextOptions().setColorScheme(ColorScheme.LIGHT));
    backend.receive(POSTGRES);
    open();
    assertThat(page.locator("body")).hasCSS("background-color", "rgb(245, 246, 248)");
    button("Menu").click();
    page.getByLabel("Dark").check();
    page.getByLabel("Compact").check();
    assertThat(page.locator("body")).hasCSS("background-color", "rgb(14, 17, 21)");
    page.reload();
    assertThat(page.locator("body")).hasCSS("background-color", "rgb(14, 17, 21)");
    assertThat(row("postgres").boundingBox().height).isEqualTo(36);
  }

  @Test
  void whatTheServerIsSetToIsShown() {
    answer(
        "api/v1/settings",
        """
        [
          {"key":"diun.auth","variable":"DIUN_AUTH","value":"none","secret":false,"set":false},
          {"key":"diun.reopen","variable":"DIUN_REOPEN","value":"new-digest","secret":false,"set":true},
          {"key":"diun.url","variable":"DIUN_URL","value":null,"secret":false,"set":false},
          {"key":"diun.users","variable":"DIUN_USERS","value":null,"secret":true,"set":false},
          {"key":"diun.webhook.secret","variable":"DIUN_WEBHOOK_SECRET","value":null,"secret":true,"set":true}
        ]
        """);
    open();
    button("Menu").click();
    button("Settings").click();
    assertThat(dialog().getByRole(AriaRole.ROW))
        .hasText(
            new String[] {
              "Setting Value From where",
              "diun.auth DIUN_AUTH none default",
              "diun.reopen DIUN_REOPEN new-digest set",
              "diun.url DIUN_URL not set",
              "diun.users DIUN_USERS not set",
              "diun.webhook.secret DIUN_WEBHOOK_SECRET set"
            });
    assertThat(dialog()).containsText("They are read at the start");
  }

  @Test
  void thePageCanBeInstalled() {
    open();
    var icons =
        """
        async () => {
          const manifest = new URL(document.querySelector('link[rel=manifest]').href);
          const { icons, display } = await (await fetch(manifest)).json();
          const answers = await Promise.all(icons.map(({ src }) => fetch(new URL(src, manifest))));
          return [display, ...answers.map(({ headers }) => headers.get('Content-Type'))];
        }
        """;
    assertThat(page.evaluate(icons))
        .isEqualTo(List.of("standalone", "image/png", "image/png", "image/png"));
  }

  @Test
  void theCountIsOnThePagesIcon() {
    backend.receive(POSTGRES, REDIS);
    open();
    assertThat(page.locator("link[rel=icon]"))
        .hasAttribute("href", Pattern.compile("data:image/svg.*%3E2%3C.*"));
  }

  @Test
  void wellKnownImagesHaveTheirIcon() {
    backend.receive(POSTGRES, "registry.lan/team/api:1");
    open();
    assertThat(row("postgres").locator(".service"))
        .hasCSS("mask-image", "url(\"" + Site.uri() + "icons/services/postgresql.svg\")");
    assertThat(row("api").locator(".service"))
        .hasCSS("mask-image", "url(\"" + Site.uri() + "icons/box.svg\")");
    var missing =
        """
        async () => {
          const urls = [...document.styleSheets].find(({ href }) => href.endsWith('services.css')).cssRules;
          const found = [...urls].map(({ style }) => style.maskImage.slice(5, -2));
          const answers = await Promise.all(found.map(async url => [url, (await fetch('icons/' + url)).status]));
          return answers.filter(([, status]) => status !== 200).map(([url]) => url);
        }
        """;
    assertThat(page.evaluate(missing)).isEqualTo(List.of());
  }

  @Test
  void germansReadGerman() {
    newWindow(new Browser.NewContextOptions().setLocale("de-AT"));
    backend.receive(POSTGRES);
    open();
    assertThat(page.locator("html")).hasAttribute("lang", "de");
    hasGroups("Ohne Tag");
    button("postgres erledigt").click();
    assertThat(toast()).hasText("1 erledigt.");
    assertThat(heading("Alles erledigt")).isVisible();
    press("?");
    assertThat(heading("Hilfe")).isVisible();
  }

  /** Icons do not count, nor what the API answers. */
  @Test
  void thePageIsSmall() {
    Samples.fill(this);
    open();
    assertThat(row("diun")).isVisible();
    assertThat(fetchedKilobytes()).as("for the inbox").isLessThan(42);
    press("j", "Enter", "?");
    assertThat(heading("Help")).isVisible();
    press("Escape", "g", "h");
    assertThat(host("k3s")).isVisible();
    press("g", "i");
    assertThat(heading("Arrivals per week")).isVisible();
    press("g", "d");
    assertThat(heading("What was done")).isVisible();
    assertThat(fetchedKilobytes()).as("in all").isLessThan(63);
  }

  private double fetchedKilobytes() {
    var sizes =
        """
        performance.getEntries()
            .filter(({ name }) => !/[/]api[/]|[/]icons[/]|[.]svg(#|$)/.test(name))
            .reduce((sum, { encodedBodySize = 0 }) => sum + encodedBodySize, 0)
        """;
    return ((Number) page.evaluate(sizes)).doubleValue() / 1000;
  }

  private Locator host(String name) {
    return page.getByRole(AriaRole.LISTITEM)
        .filter(
            new Locator.FilterOptions()
                .setHas(
                    page.getByRole(
                        AriaRole.HEADING,
                        new Page.GetByRoleOptions().setName(name).setExact(true))));
  }
}
