package diundashboard.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The main task: emptying the inbox of three hosts, by keyboard only and by touch only. */
class TriageIT extends PageTest {

  private static final int UPDATES = 60;

  @BeforeEach
  void receiveFromThreeHosts() {
    for (var i = 0; i < UPDATES; i++) {
      backend.receiveOn(List.of("nas", "vps", "edge").get(i % 3), image(i));
    }
  }

  @Test
  void theInboxIsEmptiedByKeyboard() {
    open();
    assertThat(page).hasTitle("(60) Pending – DiunDashboard");
    press("j", "x");
    for (var i = 1; i < 10; i++) press("j", "x");
    assertThat(selected()).containsText("10 selected");
    press("t");
    assertThat(heading("Tag 10 updates")).isVisible();
    page.keyboard().type("apps");
    press("Enter");
    assertThat(toast()).hasText("10 updates tagged “apps”");
    hasGroups("apps", "Untagged");
    assertThat(group("apps").locator(".update")).hasCount(10);

    for (var i = 0; i < 3; i++) {
      press("h");
      assertThat(snoozeChoice("Tomorrow")).isFocused();
      press("Enter");
      assertThat(page).hasTitle("(" + (UPDATES - 1 - i) + ") Pending – DiunDashboard");
      assertThat(toast()).containsText("1 update snoozed until"); // confirmed by the server
    }
    press("e", "e", "u", "u");
    assertThat(page).hasTitle("(57) Pending – DiunDashboard");
    assertThat(toast()).hasText("Action undone");

    press("/");
    page.keyboard().type("host:vps");
    press("Enter");
    assertThat(page.locator(".update")).hasCount(19);
    press("Escape", "j");
    assertThat(page.locator(".update")).hasCount(57);
    for (var i = 0; i < 57; i++) press("e");
    assertThat(heading("All caught up")).isVisible();
    press("u");
    assertThat(page.locator(".update")).hasCount(1);
  }

  @Test
  void theInboxIsEmptiedByTouch() {
    newWindow(Look.PHONE.window());
    open();
    for (var i = 0; i < 10; i++) row("app-%02d".formatted(i)).locator(".check").tap();
    assertThat(selected()).containsText("10 selected");
    selected().getByText("Tag", exactly()).tap();
    page.getByLabel("Find or create a tag").fill("apps");
    button("Create “apps”").tap();
    assertThat(group("apps").locator(".update")).hasCount(10);
    row("app-20").locator(".check").tap();
    selected().getByText("Snooze", exactly()).tap();
    snoozeChoice("Next week").tap();
    assertThat(toast()).containsText("1 update snoozed until");
    button("Mark app-30 as done").tap();
    assertThat(toast()).hasText("1 update marked as done");
    button("Undo").tap();
    assertThat(toast()).hasText("Action undone");
    markAllAsDone();
    assertThat(heading("All caught up")).isVisible();
  }

  @Test
  void rowsAreSwiped() {
    newWindow(Look.PHONE.window());
    open();
    awaitChanges(1, () -> swipe("app-59", 200, 0));
    assertThat(toast()).hasText("1 update marked as done");
    assertThat(row("app-59")).hasCount(0);
    swipe("app-58", -200, 0);
    assertThat(heading("Snooze app-58")).isVisible();
    press("Escape");
    swipe("app-57", 60, 0);
    swipe("app-57", 150, 150);
    assertThat(page).hasTitle("(59) Pending – DiunDashboard");
  }

  @Test
  void aRestingFingerSelects() {
    newWindow(Look.PHONE.window());
    open();
    hold("app-59");
    assertThat(bar().getByRole(AriaRole.STATUS)).hasText("1 selected");
    row("app-58").tap();
    assertThat(bar().getByRole(AriaRole.STATUS)).hasText("2 selected");
    assertThat(page.locator(".panel")).hasCount(0);
    row("app-58").tap();
    row("app-59").tap();
    assertThat(bar()).hasCount(0);
    row("app-59").tap();
    assertThat(heading("app-59")).isVisible();
  }

  /** Rests a finger on a row until the row is selected. */
  private void hold(String name) {
    var box = row(name).boundingBox();
    var point = new JsonObject();
    point.addProperty("x", box.x + box.width / 2);
    point.addProperty("y", box.y + box.height / 2);
    var touch = page.context().newCDPSession(page);
    send(touch, "touchStart", point);
    assertThat(bar()).isVisible();
    send(touch, "touchEnd");
    touch.detach();
  }

  /** Moves a finger from the middle of a row. */
  private void swipe(String name, int x, int y) {
    var box = row(name).boundingBox();
    var touch = page.context().newCDPSession(page);
    for (var step = 0; step <= 5; step++) {
      var point = new JsonObject();
      point.addProperty("x", box.x + box.width / 2 + x * step / 5.0);
      point.addProperty("y", box.y + box.height / 2 + y * step / 5.0);
      send(touch, step == 0 ? "touchStart" : "touchMove", point);
    }
    send(touch, "touchEnd");
    touch.detach();
  }

  private static void send(CDPSession touch, String type, JsonObject... points) {
    var event = new JsonObject();
    event.addProperty("type", type);
    var list = new JsonArray();
    for (var point : points) list.add(point);
    event.add("touchPoints", list);
    touch.send("Input.dispatchTouchEvent", event);
  }

  private Locator selected() {
    return page.getByLabel("Selected updates");
  }

  private static String image(int i) {
    return "docker.io/acme/app-%02d:1".formatted(i);
  }
}
