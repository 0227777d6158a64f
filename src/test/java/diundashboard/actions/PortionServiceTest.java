package diundashboard.actions;

import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.Beans;
import diundashboard.Payloads;
import diundashboard.activity.ActivityDao;
import diundashboard.images.ActionStamp;
import diundashboard.images.SnoozeEnd;
import diundashboard.images.UpdateState;
import diundashboard.intake.NotificationService;
import diundashboard.platform.database.Condition;
import diundashboard.platform.database.Database;
import diundashboard.platform.database.OnBothDatabases;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Between the portions of an action, others use the database. */
@OnBothDatabases
class PortionServiceTest {

  private static final Action ACTION = Action.acknowledge(Selection.PENDING);
  private static final Portion FIRST = new Portion(List.of("a", "b"), true, false);
  private static final Portion LAST = new Portion(List.of("c", "d"), false, true);

  private Database database;
  private ActionService actions;
  private PortionService portions;
  private NotificationService notifications;

  @BeforeEach
  void create(Database database) {
    this.database = database;
    var beans = Beans.on(database);
    actions = beans.get(ActionService.class);
    portions = beans.get(PortionService.class);
    notifications = beans.get(NotificationService.class);
    for (var image : List.of("a", "b", "c", "d")) receive(image, "sha256:1");
  }

  @Test
  void whatDiunReportsMeanwhileStaysPending() {
    var condition = pendingNow();
    var first = portions.perform(ACTION, condition, stamp(), FIRST);
    receive("a", "sha256:2");
    receive("c", "sha256:2");
    var last = portions.perform(ACTION, condition, first.stamp(), LAST);
    assertThat(List.of(first.images(), last.images())).isEqualTo(List.of(2, 1));
    assertThat(pending()).containsExactly("a", "c");
    assertThat(changes()).containsExactly("3 images, 3 places, [\"a\",\"b\"]");
    actions.undo(ActionType.ACKNOWLEDGEMENT, first.stamp().id());
    assertThat(pending()).containsExactly("a", "b", "c", "d");
  }

  @Test
  void nothingFollowsAnUndo() {
    var condition = pendingNow();
    var first = portions.perform(ACTION, condition, stamp(), FIRST);
    actions.undo(ActionType.ACKNOWLEDGEMENT, first.stamp().id());
    var last = portions.perform(ACTION, condition, first.stamp(), LAST);
    assertThat(last.images()).isZero();
    assertThat(pending()).containsExactly("a", "b", "c", "d");
  }

  @Test
  void aRepeatedUndoCompletesAnInterruptedOne() {
    var condition = pendingNow();
    var first = portions.perform(ACTION, condition, stamp(), FIRST);
    portions.perform(ACTION, condition, first.stamp(), LAST);
    portions.undo(ActionType.ACKNOWLEDGEMENT, first.stamp().id(), Instant.now(), FIRST);
    assertThat(pending()).containsExactly("a", "b");
    actions.undo(ActionType.ACKNOWLEDGEMENT, first.stamp().id());
    assertThat(pending()).containsExactly("a", "b", "c", "d");
  }

  @Test
  void largeActionsConsistOfPortions() {
    addImages(2_100);
    var all = pending();
    for (var type : EnumSet.range(ActionType.ACKNOWLEDGEMENT, ActionType.REMOVAL)) {
      var done = perform(type, Selection.PENDING);
      assertThat(done.count()).as(type.value()).isEqualTo(2_104);
      assertThat(pending()).as(type.value()).isEmpty();
      actions.undo(type, done.id());
      assertThat(pending()).as(type.value()).isEqualTo(all);
    }
  }

  @Test
  void aReopeningConsistsOfPortions() {
    addImages(2_100);
    perform(ActionType.MUTE, Selection.PENDING);
    var all = new Selection(null, null, null, UpdateState.ALL, null, null);
    var done = perform(ActionType.REOPENING, all);
    assertThat(pending()).hasSize(2_104);
    actions.undo(ActionType.REOPENING, done.id());
    assertThat(pending()).isEmpty();
  }

  private UndoableAction perform(ActionType type, Selection selection) {
    return actions.perform(new Action(type, selection, "", SnoozeEnd.NEXT_DIGEST, false));
  }

  private void receive(String image, String digest) {
    notifications.receive(Payloads.of(image, digest));
  }

  private void addImages(int count) {
    database.change(
        """
        WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ?)
        INSERT INTO updates (image, hostname, status, provider, digest, received_at, pending_since)
        SELECT 'many:' || n, hostname, status, provider, digest, received_at, pending_since
        FROM numbers, updates WHERE image = 'a'""",
        count);
    database.change(
        """
        INSERT INTO occurrences (image, hostname, workload, status, provider, digest, stack, metadata, search, received_at)
        SELECT u.image, o.hostname, o.workload, o.status, o.provider, o.digest, o.stack, o.metadata, o.search, o.received_at
        FROM updates u, occurrences o WHERE u.image LIKE 'many:%' AND o.image = 'a'""");
  }

  private static ActionStamp stamp() {
    return new ActionStamp(0, Instant.now(), "", "");
  }

  /** The condition of an action that begins now. */
  private Condition pendingNow() {
    return ACTION.condition(Instant.now(), new ActivityDao(database).latestId());
  }

  private List<String> pending() {
    return database.list(
        "SELECT image FROM updates WHERE state = 'pending' ORDER BY image"
            + database.dialect().collateC(),
        row -> row.getString(1));
  }

  private List<String> changes() {
    return database.list(
        "SELECT count, occurrences, examples FROM changes ORDER BY id",
        row -> row.getInt(1) + " images, " + row.getInt(2) + " places, " + row.getString(3));
  }
}
