package diundashboard.activity.retention;

import diundashboard.platform.database.Database;
import diundashboard.platform.database.Timestamps;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;

/** Deletes old rows, the oldest first and few at a time. */
@Dependent
final class RetentionDao {

  private final Database database;

  @Inject
  RetentionDao(Database database) {
    this.database = database;
  }

  /** Whether there is anything to delete from before a moment. */
  boolean isAnyBefore(Instant moment) {
    var before = Timestamps.format(moment);
    return database
        .find(
            """
            SELECT 1
            WHERE EXISTS (SELECT 1 FROM activity WHERE at < ? AND id < (SELECT max(id) FROM activity))
               OR EXISTS (SELECT 1 FROM changes WHERE at < ? AND id = (SELECT min(id) FROM changes))""",
            row -> true,
            before,
            before)
        .isPresent();
  }

  /**
   * Deletes activity from before a moment, and says how much. The last of all stays, so that who
   * follows the log finds where it ends.
   */
  int deleteActivity(Instant before, int limit) {
    return database.change(
        """
        DELETE FROM activity WHERE id IN (
          SELECT id FROM activity
          WHERE at < ? AND id < (SELECT max(id) FROM activity)
          ORDER BY at LIMIT ?)""",
        Timestamps.format(before),
        limit);
  }

  /** Deletes changes from before a moment, which are in the order of their ids. */
  int deleteChanges(Instant before, int limit) {
    return database.change(
        "DELETE FROM changes WHERE id IN (SELECT id FROM changes ORDER BY id LIMIT ?) AND at < ?",
        limit,
        Timestamps.format(before));
  }
}
