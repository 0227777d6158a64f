package diundashboard.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import diundashboard.Payloads;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page offers only the actions of the user's role. */
class RolesPageIT extends SecuredPageTest {

  private static final String NGINX = "registry.lan/roles/nginx:1";
  private static final String REDIS = "registry.lan/roles/redis:1";
  private static final String INBOX = "?q=registry.lan/roles";

  /** Returns the accessible names of all visible controls. */
  private static final String OFFERED =
      """
      place => {
        const own = element => [...element.childNodes].find(({ nodeType, data }) => nodeType === 3 && data.trim());
        const text = element => (own(element) ?? element).textContent.trim();
        return [...place.querySelectorAll('button, input, select, textarea')]
            .filter(control => control.checkVisibility())
            .map(control => control.ariaLabel ?? text(control.labels?.[0] ?? control))
            .join(', ');
      }
      """;

  @BeforeAll
  static void createOnePendingAndOneDoneUpdate() {
    for (var image : List.of(NGINX, REDIS)) {
      var sent =
          SecuredServer.get()
              .send("POST", "webhook", Payloads.of(image), "Authorization", "hush-all");
      assertThat(sent.statusCode()).isEqualTo(200);
    }
    var tag = SecuredServer.as("editor", "POST", "api/v1/tags", "{\"name\":\"proxies\"}").body();
    change(
        "PUT",
        "api/v1/tag-assignments",
        "{\"images\":[\"%s\"],\"tag_id\":%d}".formatted(NGINX, Texts.object(tag).getInt("id")));
    change("POST", "api/v1/acknowledgements", "{\"images\":[\"%s\"]}".formatted(REDIS));
    change(
        "PUT",
        "api/v1/notes",
        """
        {"image":"%s","note":"Ask Ada"}"""
            .formatted(NGINX));
  }

  private static void change(String method, String path, String body) {
    assertThat(SecuredServer.as("editor", method, path, body).statusCode() / 100).isEqualTo(2);
  }

  @Test
  void inboxIsReadOnlyForViewers() {
    openAs("viewer", INBOX);
    page.getByText("nginx").first().waitFor();
    assertThat(offeredIn(".inbox"))
        .isEqualTo(
            "Select all 1 in proxies, Toggle group proxies, Select nginx, More actions on nginx");
    assertThat(page.locator(".display")).isVisible();
    assertThat(page.locator(".update > .service")).hasAttribute("draggable", "false");
    page.locator(".update > .name", new Page.LocatorOptions().setHasText("nginx")).click();
    page.locator(".history").waitFor();
    assertThat(offeredIn(".panel"))
        .isEqualTo(
            "Previous update, Next update, Close details, Copy ssh nas docker pull "
                + NGINX
                + ", Copy Reference");
    assertThat(page.locator(".panel dl").first()).containsText("NoteAsk Ada");
    page.getByLabel("Select nginx").click();
    page.locator(".selection").waitFor();
    assertThat(offeredIn(".selection")).isEqualTo("Copy commands, Clear");
    assertThat(violations()).isEmpty();
  }

  @Test
  void inboxHasActionsForEditors() {
    openAs("editor", INBOX);
    page.getByText("nginx").first().waitFor();
    assertThat(offeredIn(".inbox"))
        .isEqualTo(
            "Select all 1 in proxies, Edit tag proxies, Toggle group proxies, Select nginx, Snooze nginx, More actions on nginx, Mark nginx as done");
    assertThat(page.locator(".display")).isVisible();
    assertThat(page.locator(".update > .service")).hasAttribute("draggable", "true");
    page.locator(".update > .name", new Page.LocatorOptions().setHasText("nginx")).click();
    page.locator(".history").waitFor();
    assertThat(offeredIn(".panel"))
        .isEqualTo(
            "Previous update, Next update, Close details, Mark as done, Snooze, Tag, Mute nginx, Hold…, Forget nginx, Mark nginx on nas as done, Snooze nginx on nas, Copy ssh nas docker pull "
                + NGINX
                + ", Note, Copy Reference");
    page.getByLabel("Select nginx").click();
    page.locator(".selection").waitFor();
    assertThat(offeredIn(".selection"))
        .isEqualTo("Mark as done, Snooze, Tag, Mute, Forget, Copy commands, Clear");
  }

  @Test
  void shortcutsOfAViewerChangeNothing() {
    openAs("viewer", INBOX);
    page.getByText("nginx").first().waitFor();
    var changes = new ArrayList<String>();
    page.onRequest(
        request -> {
          if (!request.method().equals("GET")) changes.add(request.url());
        });
    for (var key : List.of("e", "h", "t", "u")) {
      page.keyboard().press("j");
      page.keyboard().press(key);
      assertThat(page.locator(".toast [role=status]:not(.notice)"))
          .hasText("You have read-only access.");
      page.keyboard().press("g");
      page.keyboard().press("p");
    }
    assertThat(page.locator("dialog")).hasCount(0);
    assertThat(page.locator(".update")).hasCount(1);
    assertThat(changes).isEmpty();
    page.keyboard().press("?");
    page.getByText("Enable keyboard shortcuts").waitFor();
    assertThat(page.locator(".keys dt:visible").allInnerTexts())
        .containsExactly(
            "j k", "Enter", "x", "shift+x", "a", "r", "o", "c", "/", "1 … 7", "g p", "g d", "g i",
            "g h", "g s", "d", "[", "Esc", "ctrl+k", "?");
  }

  @Test
  void thePaletteOffersWhatTheRoleAllows() {
    var changes = "Remove the tag of nginx, Mute nginx, Hold nginx…, Forget nginx, Note on nginx, ";
    var reading = "Copy commands for nginx, Open details of nginx in a new tab, Pending";
    var sections = "Settings: Appearance, Settings: Tags, Settings: About";
    assertThat(offeredInPaletteTo("viewer"))
        .startsWith(reading)
        .contains(sections)
        .doesNotContain("Undo, ", "Add a host", "Import from Diun");
    assertThat(offeredInPaletteTo("editor"))
        .startsWith("Mark nginx as done, Snooze nginx until…, Tag nginx as ")
        .contains(changes + reading, sections, "Undo, Add a host, Import from Diun");
    assertThat(offeredInPaletteTo("admin"))
        .contains("Settings: API tokens, Settings: Channels, Settings: Hold");
  }

  private String offeredInPaletteTo(String role) {
    openAs(role, INBOX);
    page.getByText("nginx").first().waitFor();
    page.keyboard().press("j");
    page.keyboard().press("Control+k");
    page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Commands")).waitFor();
    return String.join(", ", page.locator(".palette [role=option] b").allTextContents());
  }

  @Test
  void rulesAndTagDeletionAreForAdmins() {
    for (var role : List.of("editor", "admin")) {
      openAs(role, INBOX);
      page.getByLabel("Edit tag proxies").click();
      page.locator("dialog").waitFor();
      assertThat(offeredIn("dialog"))
          .isEqualTo(
              "Close, Name, None, Grey, Red, Orange, Yellow, Green, Teal, Blue, Purple, Pink, Hold new updates back for, "
                  + (role.equals("admin") ? "Add rule, Delete, Save" : "Save"));
    }
  }

  @Test
  void reopeningIsForEditors() {
    openAs("viewer", "?view=done&q=registry.lan/roles");
    page.getByText("marked as done").first().waitFor();
    assertThat(offeredIn("main"))
        .isEqualTo("All, By me, By scripts, Superseded, Snoozed, Undone, Images, For later");
    openAs("editor", "?view=done&q=registry.lan/roles");
    page.getByText("marked as done").first().waitFor();
    assertThat(offeredIn("main")).contains("For later, Undo: ");
    page.getByText("Images").click();
    page.locator("main li .name").first().waitFor();
    assertThat(offeredIn("main")).endsWith("For later, Reopen redis");
  }

  @Test
  void namingHostsIsForAdminsAndForgettingThemForEditors() {
    change("DELETE", "api/v1/rejections", "");
    change("POST", "api/v1/acknowledgements", "{\"host\":\"nass\"}");
    openAs("viewer", "?view=hosts");
    page.locator(".host-card").first().waitFor();
    assertThat(offeredIn("main")).matches("(pending(, )?)+");
    assertThat(page.locator(".unknown-hosts")).containsText("A script asks for “nass”");
    openAs("editor", "?view=hosts");
    page.locator(".host-card").first().waitFor();
    page.locator(".host-card details").evaluateAll("all => all.forEach(each => each.open = true)");
    assertThat(offeredIn("main"))
        .matches(
            "Add a host, Dismiss: nass, (pending, Import from Diun on \\S+, Mute the alarm of \\S+ until…, Forget \\S+(, )?)+");
    openAs("admin", "?view=hosts");
    page.locator(".host-card").first().waitFor();
    page.locator(".host-card details").evaluateAll("all => all.forEach(each => each.open = true)");
    assertThat(offeredIn("main")).contains("Rename nas", "Forget nas");
  }

  @Test
  void menuListsWhatTheRoleAllows() {
    var all = "Auto, Light, Dark, As the browser, English, Deutsch, ";
    assertThat(offeredInMenuTo("viewer")).isEqualTo(all + "Help (?), Settings, Sign out");
    for (var role : List.of("editor", "admin"))
      assertThat(offeredInMenuTo(role))
          .isEqualTo(all + "Import from Diun, Help (?), Settings, Sign out");
  }

  private String offeredInMenuTo(String role) {
    openAs(role, "");
    page.getByLabel("Menu").click();
    page.getByText("Signed in as").waitFor();
    return offeredIn("#menu");
  }

  @Test
  void adminsSeeSettingsWithoutSecrets() {
    openAs("admin", "?view=settings&section=server");
    var rows = page.locator(".settings tbody tr");
    assertThat(rows).hasCount(26);
    assertThat(rows.allTextContents().stream().map(row -> row.strip().replaceAll("\\s+", " ")))
        .contains(
            "diun.webhook.secret DIUN_WEBHOOK_SECRET set",
            "diun.reopen DIUN_REOPEN every-notification default",
            "diun.proxy.addresses DIUN_PROXY_ADDRESSES 127.0.0.1 set",
            "diun.url DIUN_URL not set");
    assertThat(page.locator("main a[download]").allTextContents())
        .containsExactly("Download a backup of the database", "Download all images as CSV");
    var export = page.waitForDownload(() -> page.getByText("Download all images as CSV").click());
    assertThat(export.suggestedFilename()).endsWith(".csv");
    assertThat(violations()).isEmpty();
  }

  @Test
  void settingsShowTheSectionsOfTheRole() {
    for (var role : List.of("viewer", "editor")) {
      openAs(role, "?view=settings&section=server");
      page.getByText("Only administrators see these settings.").waitFor();
      assertThat(offeredIn("main")).isEqualTo("Appearance, Tags, About");
    }
    openAs("viewer", "?view=settings&section=tags");
    page.locator(".tag-list").waitFor();
    assertThat(offeredIn("main")).isEqualTo("Appearance, Tags, About");
    openAs("admin", "?view=settings&section=tokens");
    page.locator(".tokens").waitFor();
    assertThat(offeredIn("main"))
        .startsWith("Appearance, Tags, Links, Commands, API tokens, Channels, Hold, Server, About")
        .endsWith("New token…");
    page.locator("main nav").getByText("Commands").click();
    assertThat(page.locator(".settings td code"))
        .hasText("docker=ssh {host} docker pull {image}\nnomad=none");
    assertThat(violations()).isEmpty();
  }

  @Test
  void preferencesFollowTheUser() {
    openAs("editor", "?view=settings");
    var settings = page.locator("main");
    settings.getByLabel("Dark").check();
    settings.getByLabel("Group by").selectOption("Host");
    settings.getByLabel("Deutsch").check();
    assertThat(page.locator("html[data-theme=dark]")).hasAttribute("lang", "de");
    await()
        .until(
            () ->
                SecuredServer.as("editor", "GET", "api/v1/preferences", null)
                    .body()
                    .contains("\"language\":\"de\""));
    newWindow();
    openAs("admin", "?view=settings");
    assertThat(page.locator("html[data-theme=auto]")).hasAttribute("lang", "en");
    newWindow();
    openAs("editor", "?view=settings");
    assertThat(page.locator("html[data-theme=dark]")).hasAttribute("lang", "de");
    assertThat(page.locator("main select").first()).hasValue("host");
    SecuredServer.as("editor", "PUT", "api/v1/preferences", "{}");
  }

  @Test
  void whatIsNewIsReadInAllBrowsersOfTheUser() {
    SecuredServer.as("editor", "PUT", "api/v1/preferences", "{\"news\":\"0.0.1\"}");
    openAs("editor", "");
    assertThat(page.getByLabel("Menu (What’s new)").first()).isVisible();
    page.navigate(SecuredServer.get().uri() + "?view=settings&section=about");
    assertThat(page.getByLabel("Menu (What’s new)")).hasCount(0);
    await()
        .untilAsserted(
            () ->
                assertThat(SecuredServer.as("editor", "GET", "api/v1/preferences", null).body())
                    .contains("\"news\":\"")
                    .doesNotContain("\"0.0.1\""));
    newWindow();
    openAs("editor", "");
    page.locator(".brand").waitFor();
    assertThat(page.getByLabel("Menu (What’s new)")).hasCount(0);
    SecuredServer.as("editor", "PUT", "api/v1/preferences", "{}");
  }

  private void openAs(String role, String query) {
    page.context().clearCookies();
    signIn(role);
    page.navigate(SecuredServer.get().uri() + query);
  }

  private String offeredIn(String place) {
    return (String) page.locator(place).evaluate(OFFERED);
  }
}
