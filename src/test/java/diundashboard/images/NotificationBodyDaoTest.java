package diundashboard.images;

import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.Beans;
import diundashboard.actions.Action;
import diundashboard.actions.ActionService;
import diundashboard.actions.ActionType;
import diundashboard.actions.Selection;
import diundashboard.actions.UndoableAction;
import diundashboard.activity.retention.RetentionDao;
import diundashboard.intake.NotificationService;
import diundashboard.platform.database.Database;
import diundashboard.platform.database.OnBothDatabases;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class NotificationBodyDaoTest {

  private static final Instant FUTURE = Instant.parse("2999-01-01T00:00:00Z");

  private Database database;
  private NotificationService notifications;
  private ActionService actions;
  private RetentionDao retention;

  @BeforeEach
  void create(Database database) {
    this.database = database;
    var beans = Beans.on(database);
    notifications = beans.get(NotificationService.class);
    actions = beans.get(ActionService.class);
    retention = beans.get(RetentionDao.class);
  }

  @Test
  void theBodyIsStoredOnce() {
    receive("a:1", "first");
    var latest = receive("a:1", "second");
    assertThat(bodies()).containsExactly("a:1 " + latest);
    assertThat(keptBodies()).containsExactly("");
  }

  @Test
  void retentionKeepsTheBodyOfTheLatestNotification() {
    receive("a:1", "first");
    var latest = receive("a:1", "second");
    var other = receive("b:1", "first");
    prune(1);
    assertThat(keptBodies()).containsExactly("", "");
    prune(10);
    assertThat(count("activity")).isEqualTo(1);
    assertThat(keptBodies()).containsExactly(latest, "");
    assertThat(bodies()).containsExactly("a:1 " + latest, "b:1 " + other);
    var next = receive("a:1", "third");
    assertThat(keptBodies()).containsExactly("", "");
    assertThat(bodies()).containsExactly("a:1 " + next, "b:1 " + other);
  }

  @Test
  void retentionKeepsTheLatestOfTwoNotificationsAtTheSameTime() {
    receive("a:1", "first");
    var latest = receive("a:1", "second");
    receive("b:1", "first");
    database.change("UPDATE activity SET at = '2026-11-22T12:00:00.000Z'");
    database.change("UPDATE updates SET received_at = '2026-11-22T12:00:00.000Z'");
    prune(1);
    assertThat(keptBodies()).containsExactly(latest, "");
    prune(1);
    assertThat(keptBodies()).containsExactly(latest, "");
  }

  @Test
  void anUndoneRemovalRestoresTheBodyThatTheLogHasLost() {
    var body = receive("a:1", "first");
    receive("b:1", "first");
    var removal = remove("a:1");
    receive("b:1", "second");
    prune(10);
    undo(removal);
    assertThat(bodies().get(0)).isEqualTo("a:1 " + body);
    var next = receive("a:1", "second");
    assertThat(bodies().get(0)).isEqualTo("a:1 " + next);
  }

  @Test
  void anUndoneRemovalRestoresTheBodyOfThatTime() {
    var first = receive("a:1", "first");
    var removal = remove("a:1");
    receive("a:1", "second");
    remove("a:1");
    undo(removal);
    assertThat(bodies()).containsExactly("a:1 " + first);
  }

  @Test
  void anImageThatMovesToAnotherDigestHasTheNewBody() {
    var name = "registry.lan/app@sha256:";
    receive(name + "a".repeat(64), "first");
    var latest = receive(name + "b".repeat(64), "second");
    assertThat(bodies()).containsExactly(name + "b".repeat(64) + " " + latest);
  }

  private String receive(String image, String status) {
    var body = "{\"image\":\"%s\",\"hostname\":\"nas\",\"status\":\"%s\"}".formatted(image, status);
    notifications.receive(body);
    return body;
  }

  private UndoableAction remove(String image) {
    var selection = Selection.of(Image.parse(image));
    return actions.perform(new Action(ActionType.REMOVAL, selection, "", null, false));
  }

  private void undo(UndoableAction removal) {
    actions.undo(ActionType.REMOVAL, removal.id());
  }

  private void prune(int limit) {
    retention.deleteBefore(FUTURE, limit);
  }

  private List<String> bodies() {
    return texts(
        "SELECT u.image || ' ' || %s FROM updates u ORDER BY u.image"
            .formatted(NotificationBodyDao.of("u")));
  }

  private List<String> keptBodies() {
    return texts("SELECT body FROM updates ORDER BY image");
  }

  private int count(String table) {
    return database.find("SELECT count(*) FROM " + table, row -> row.getInt(1)).orElseThrow();
  }

  private List<String> texts(String sql) {
    return database.list(sql, row -> row.getString(1));
  }
}
