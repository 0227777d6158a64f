package diundashboard.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Hosts, Insights, the menu, the icons and the German page. */
class ViewsIT extends PageTest {

  /**
   * The beginning of the icon's path, or of that of the box, as Simple Icons and box.svg have it.
   */
  private static final Pattern POSTGRES_ICON =
      Pattern.compile("url\\(\"data:image/svg.*PostgreSQL.*");

  private static final Pattern BOX_ICON = Pattern.compile("url\\(\"data:image/svg(?!.*title).*");

  @Test
  void silentHostsAreMarked() {
    Samples.fill(this);
    open();
    assertThat(alarms().first())
        .hasText(
            "k3s has reported nothing for 2 days. It usually reports every 6 hours, so its updates may be missing here. Look into it");
    link("Look into it").first().click();
    assertThat(page).hasURL(Site.uri() + "?view=hosts");
    assertThat(page.locator(".host-card h2").first()).hasText("k3s");
    assertThat(host("k3s")).containsText("Probably silent");
    assertThat(host("Basement"))
        .containsText("Last report from Basement: 2h ago, usually every 6 hours");
    assertThat(host("Basement")).not().containsText("ilent");
  }

  @Test
  void anAlarmIsDismissedForADay() {
    Samples.fill(this);
    open();
    assertThat(alarms()).hasCount(2);
    button("Dismiss for a day").first().click();
    assertThat(alarms()).hasText("1 image could not be checked by Diun on Basement. Look into it");
    page.reload();
    assertThat(alarms()).hasCount(1);
    page.clock().setFixedTime(Date.from(Instant.now().plus(Duration.ofHours(25))));
    page.reload();
    assertThat(alarms()).hasCount(2);
  }

  @Test
  void aHostIsRenamed() {
    backend.receive(POSTGRES);
    open("?view=hosts");
    lookInto("nas");
    button("Rename nas").click();
    page.getByLabel("Display name (empty: use the hostname)").fill("Basement");
    button("Save").click();
    assertThat(heading("Basement")).isVisible();
    button("Rename Basement").click();
    page.getByLabel("Display name (empty: use the hostname)").fill("");
    press("Enter");
    assertThat(page.locator("h2[title=nas]")).hasText("nas");
  }

  @Test
  void hostsAreMergedAndUnmerged() {
    backend.receiveOn("d2219b854598", POSTGRES);
    backend.receive(REDIS);
    open("?view=hosts");
    lookInto("d2219b854598");
    button("Merge d2219b854598").click();
    page.getByLabel("Merge into").selectOption("nas");
    button("Merge").click();
    assertThat(host("nas")).containsText("Merged hosts: d2219b854598");
    lookInto("nas");
    button("Unmerge d2219b854598").click();
    assertThat(heading("d2219b854598")).isVisible();
    assertThat(host("nas")).not().containsText("Merged hosts");
  }

  @Test
  void eachQuestionHasAnAnswerAPictureAndATableToDownload() {
    Samples.fill(this);
    open("?view=insights");
    var questions =
        List.of(
            "What should I do first?",
            "Are we keeping up?",
            "How long does it take?",
            "Who is noisy?",
            "Which host lags?");
    assertThat(main().getByRole(AriaRole.HEADING, new Locator.GetByRoleOptions().setLevel(2)))
        .hasText(questions.toArray(String[]::new));
    assertThat(group("How long does it take?"))
        .containsText(
            "Of 132 updates, half were done within 2.4 days, nine of ten within 9.8 days.");
    for (var question : questions) {
      assertThat(group(question).locator("svg").first()).isVisible();
      assertThat(group(question).locator("tbody tr:visible").first()).isVisible();
    }
    assertThat(button("90 days")).hasAttribute("aria-pressed", "true");
    var request = page.waitForRequest("**/insights?*days=365", () -> button("365 days").click());
    assertThat(request.method()).isEqualTo("GET");
    assertThat(page.locator("th:empty")).hasCount(0);
    assertThat(group("Are we keeping up?").locator(".legend"))
        .hasText("Still pending today: MajorMinorPatchRebuildNew No longer pending");
    page.getByText("Show table: Pending updates per day").click();
    assertThat(table("Pending updates per day").getByRole(AriaRole.ROW).last())
        .containsText("2 Major, 4 Minor, 2 Patch, 4 Rebuild, 1 New");
    page.getByText("Show table: New and done per week").click();
    assertThat(table("New and done per week").getByRole(AriaRole.ROW)).hasCount(6);
    var file = page.waitForDownload(() -> link("Download as CSV: Which host lags?").click());
    assertThat(file.suggestedFilename()).isEqualTo("insights-by-host.csv");
    assertThat(file.url()).contains("days=365");
    awaitChanges(1, () -> table("Who is noisy?").getByText("Mute").first().click());
    assertThat(toast()).hasText(Pattern.compile("\\S+ muted"));
    awaitChanges(1, () -> press("u"));
    table("Which host lags?").getByRole(AriaRole.BUTTON).first().click();
    assertThat(search()).hasValue("host:nas");
    page.goBack();
    table("What should I do first?").getByRole(AriaRole.LINK).first().click();
    assertThat(page).hasURL(Pattern.compile("image="));
  }

  private Locator table(String name) {
    return page.getByRole(AriaRole.TABLE, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  @Test
  void doneUpdatesAreReopened() {
    backend.receive(POSTGRES, REDIS);
    open();
    awaitChanges(1, () -> markAllAsDone());
    open("?view=done&tab=images&q=redis");
    button("Reopen redis").first().click();
    assertThat(toast()).hasText("redis reopened");
    open();
    shows(REDIS);
  }

  @Test
  void theThemeAndTheDensityAreRemembered() {
    newWindow(new Browser.NewContextOptions().setColorScheme(ColorScheme.LIGHT));
    backend.receive(POSTGRES);
    open();
    assertThat(page.locator("body")).hasCSS("background-color", "rgb(246, 247, 249)");
    button("Menu").click();
    page.getByLabel("Dark").check();
    assertThat(page.locator("body")).hasCSS("background-color", "rgb(12, 15, 19)");
    open("?view=settings");
    assertThat(main().getByLabel("Dark")).isChecked();
    main().getByLabel("Compact").check();
    open();
    assertThat(page.locator("body")).hasCSS("background-color", "rgb(12, 15, 19)");
    assertThat(row("postgres").boundingBox().height).isEqualTo(36);
  }

  @Test
  void theSettingsOfTheServerAreShown() {
    backend.receive(POSTGRES);
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
    open("?view=settings&section=server");
    assertThat(main().getByRole(AriaRole.ROW))
        .hasText(
            new String[] {
              "Setting Value Source",
              "diun.auth DIUN_AUTH none default",
              "diun.reopen DIUN_REOPEN new-digest set",
              "diun.url DIUN_URL not set",
              "diun.users DIUN_USERS not set",
              "diun.webhook.secret DIUN_WEBHOOK_SECRET set"
            });
    assertThat(main()).containsText("Settings are read at startup.");
    button("Links").click();
    assertThat(page).hasURL(Pattern.compile("view=settings&section=links$"));
    assertThat(main().getByRole(AriaRole.ROW)).hasText(new String[] {"Setting Value Source"});
    page.goBack();
    assertThat(heading("Server")).isVisible();
  }

  @Test
  void otherTabsFollowThePreferences() {
    backend.receive(POSTGRES);
    open();
    try (var other = page.context().newPage()) {
      other.navigate(Site.uri() + "?view=settings");
      other.getByRole(AriaRole.MAIN).getByLabel("Compact").check();
      other.getByRole(AriaRole.MAIN).getByLabel("Group by").selectOption("Host");
    }
    assertThat(row("postgres")).hasCSS("min-height", "36px");
    open();
    hasGroups("nas");
  }

  @Test
  void whatIsNewIsMarkedUntilItIsRead() {
    backend.receive(POSTGRES);
    open();
    assertThat(button("Menu")).isVisible();
    page.evaluate("localStorage.setItem('diun-dashboard', '{\"news\":\"0.0.1\"}')");
    open();
    button("Menu (What’s new)").click();
    button("What’s new").click();
    assertThat(heading("What’s new")).isVisible();
    assertThat(main().getByRole(AriaRole.LISTITEM).first())
        .hasText("Webhook endpoint for every Diun version and provider.");
    assertThat(main().locator(".licences")).containsText(Pattern.compile("lit-html \\S+ BSD-3"));
    assertThat(button("Menu")).isVisible();
    open("?view=settings&section=about");
    assertThat(button("Menu")).isVisible();
    assertThat(main()).containsText(Pattern.compile("DiunDashboard \\d+\\.\\d+\\.\\d+"));
    assertThat(link("Description of the API (OpenAPI)"))
        .hasAttribute("href", "api/v1/openapi.json");
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
  void theFaviconShowsTheCount() {
    backend.receive(POSTGRES, REDIS);
    open();
    assertThat(page.locator("link[rel=icon]"))
        .hasAttribute("href", Pattern.compile("data:image/svg.*%3E2%3C.*"));
  }

  @Test
  void wellKnownImagesHaveTheirIcon() {
    backend.receive(POSTGRES, "registry.lan/team/api:1");
    open();
    assertThat(serviceIcon("postgres")).hasCSS("mask-image", POSTGRES_ICON);
    assertThat(serviceIcon("api")).hasCSS("mask-image", BOX_ICON);
  }

  @Test
  void serviceIconsCanBeTurnedOff() {
    backend.receive(POSTGRES);
    open();
    assertThat(serviceIcon("postgres")).hasCSS("mask-image", POSTGRES_ICON);
    open("?view=settings");
    page.getByLabel("Show service icons").uncheck();
    open();
    assertThat(serviceIcon("postgres")).hasCSS("mask-image", BOX_ICON);
    assertThat(page.locator("link[href*=services]")).hasCount(0);
    open("?view=settings");
    page.getByLabel("Show service icons").check();
    open();
    assertThat(serviceIcon("postgres")).hasCSS("mask-image", POSTGRES_ICON);
  }

  @Test
  void thePageIsTranslatedToGerman() {
    newWindow(new Browser.NewContextOptions().setLocale("de-AT"));
    backend.receive(POSTGRES);
    open();
    assertThat(page.locator("html")).hasAttribute("lang", "de");
    hasGroups("Ohne Tag");
    assertThat(button("postgres zurückstellen")).hasCount(1);
    button("postgres als erledigt markieren").click();
    assertThat(toast()).hasText("1 Update als erledigt markiert");
    assertThat(heading("Alles erledigt")).isVisible();
    press("?");
    assertThat(heading("Hilfe")).isVisible();
  }

  @Test
  void theLanguageIsChosenAndRemembered() {
    backend.receive(POSTGRES);
    open();
    button("Menu").click();
    page.getByLabel("Deutsch").click();
    assertThat(page.locator("html")).hasAttribute("lang", "de");
    open();
    hasGroups("Ohne Tag");
    button("Menü").click();
    page.getByLabel("Wie der Browser").click();
    assertThat(page.locator("html")).hasAttribute("lang", "en");
  }

  private Locator serviceIcon(String name) {
    return row(name).locator(".service");
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
