package diundashboard.activity.retention;

import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.actions.UndoableActionDao;
import diundashboard.activity.ActivityKind;
import diundashboard.activity.ActivityLog;
import diundashboard.activity.ActivityLog.Entry;
import diundashboard.images.Image;
import diundashboard.images.NotificationBodyDao;
import diundashboard.platform.database.Database;
import diundashboard.platform.database.OnBothDatabases;
import diundashboard.platform.security.CurrentCaller;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class RetentionDaoTest {

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private Database database;
  private RetentionDao old;

  @BeforeEach
  void create(Database database) {
    this.database = database;
    old = new RetentionDao(database, new NotificationBodyDao(database));
  }

  @Test
  void oldEntriesAreDeletedInBatchesOldestFirst() {
    append("a", "b", "c", "d", "e");
    var moment = NOON.plusSeconds(3);
    assertThat(old.deleteBefore(moment, 2)).isEqualTo(2);
    assertThat(images()).containsExactly("c", "d", "e");
    assertThat(old.hasRowsBefore(moment)).isTrue();
    assertThat(old.deleteBefore(moment, 2)).isEqualTo(1);
    assertThat(images()).containsExactly("d", "e");
    assertThat(old.hasRowsBefore(moment)).isFalse();
  }

  @Test
  void theLatestEntryStays() {
    append("a", "b");
    assertThat(old.deleteBefore(NOON.plusSeconds(99), 10)).isEqualTo(1);
    assertThat(images()).containsExactly("b");
    assertThat(old.hasRowsBefore(NOON.plusSeconds(99))).isFalse();
  }

  @Test
  void oldActionsAreDeletedInBatches() {
    var actions = new UndoableActionDao(database);
    for (int i = 0; i < 4; i++) {
      database.change(
          "INSERT INTO changes (kind, at, actor, note) VALUES ('snooze', ?, '', '')",
          NOON.plusSeconds(i).toString().replace("Z", ".000Z"));
    }
    assertThat(actions.hasRowsBefore(NOON.plusSeconds(3))).isTrue();
    assertThat(actions.deleteBefore(NOON.plusSeconds(3), 2)).isEqualTo(2);
    assertThat(actions.deleteBefore(NOON.plusSeconds(3), 2)).isEqualTo(1);
    assertThat(actions.deleteBefore(NOON.plusSeconds(3), 2)).isEqualTo(0);
    assertThat(actions.hasRowsBefore(NOON.plusSeconds(3))).isFalse();
    assertThat(database.list("SELECT id FROM changes", row -> row.getInt(1))).containsExactly(4);
  }

  private void append(String... images) {
    var log = new ActivityLog(database, new CurrentCaller());
    for (int i = 0; i < images.length; i++) {
      log.append(
          Entry.ofImage(NOON.plusSeconds(i), ActivityKind.NOTED, Image.parse(images[i]), ""));
    }
  }

  private List<String> images() {
    return database.list("SELECT image FROM activity ORDER BY id", row -> row.getString(1));
  }
}
