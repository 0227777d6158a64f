package diundashboard.activity.retention;

import diundashboard.platform.database.Database;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;

/**
 * Deletes old entries of the activity log. The latest entry stays, because its id is the position
 * of readers that are up to date.
 */
@Dependent
public final class RetentionDao implements Prunable {

  private final Database database;

  @Inject
  public RetentionDao(Database database) {
    this.database = database;
  }

  @Override
  public boolean hasRowsBefore(Instant moment) {
    return database
        .find(
            "SELECT 1 FROM activity WHERE at < ? AND id < (SELECT max(id) FROM activity) LIMIT 1",
            row -> true,
            moment)
        .isPresent();
  }

  @Override
  public int deleteBefore(Instant moment, int limit) {
    return database.change(
        """
        DELETE FROM activity WHERE id IN (
          SELECT id FROM activity
          WHERE at < ? AND id < (SELECT max(id) FROM activity)
          ORDER BY at LIMIT ?)""",
        moment,
        limit);
  }
}
