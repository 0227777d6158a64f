package diundashboard.activity.retention;

import diundashboard.images.NotificationBodyDao;
import diundashboard.platform.database.Database;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;

/**
 * Deletes old entries of the activity log. The latest entry stays, because its id is the position
 * of readers that are up to date. The latest notification of each image is kept with the image.
 */
@Dependent
public final class RetentionDao implements Prunable {

  private final Database database;
  private final NotificationBodyDao bodies;

  @Inject
  public RetentionDao(Database database, NotificationBodyDao bodies) {
    this.database = database;
    this.bodies = bodies;
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
    var old =
        database.changeReturningAll(
            """
            SELECT id FROM activity
            WHERE at < ? AND id < (SELECT max(id) FROM activity)
            ORDER BY at LIMIT ?""",
            row -> row.getString(1),
            moment,
            limit);
    bodies.keep(old);
    return database.change(
        """
        WITH entries (id) AS (?...)
        DELETE FROM activity WHERE id IN (SELECT CAST(id AS BIGINT) FROM entries)""",
        old);
  }
}
