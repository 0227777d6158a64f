package diundashboard.images;

import diundashboard.platform.database.Condition;
import diundashboard.platform.database.Database;
import diundashboard.platform.database.Timestamps;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** What people do about the images in the table {@code updates}. */
@Dependent
public final class UpdateStateDao {

  private static final Database.Row<String> IMAGE = row -> row.getString("image");

  private final Database database;

  @Inject
  public UpdateStateDao(Database database) {
    this.database = database;
  }

  /** Whether a snooze has reached its time. */
  public boolean isAnyDue(Instant now) {
    return database
        .find(
            "SELECT image FROM updates WHERE snoozed_until IS NOT NULL AND snoozed_until <= ? LIMIT 1",
            IMAGE,
            Timestamps.format(now))
        .isPresent();
  }

  public boolean exists(Image image) {
    return database
        .find("SELECT image FROM updates WHERE image = ?", IMAGE, image.key())
        .isPresent();
  }

  /** Locks what fulfils a condition until the transaction ends, and returns the keys in order. */
  public List<String> lock(Condition condition) {
    return database.changeReturningAll(
        "SELECT u.image FROM updates u WHERE "
            + condition.sql()
            + " ORDER BY u.image"
            + database.dialect().forUpdate(),
        IMAGE,
        condition.parameters().toArray());
  }

  /**
   * Makes those images done of which no occurrence is pending any more, and returns their keys.
   *
   * @param images keys
   * @param note an empty one leaves what is there
   */
  public List<String> complete(
      Collection<String> images, long acknowledgementId, Instant at, String actor, String note) {
    return database.changeReturningAll(
        """
        UPDATE updates SET
          acknowledged_at = ?,
          acknowledged_by = ?,
          acknowledgement_id = ?,
          note = CASE WHEN ? = '' THEN note ELSE ? END,
          snoozed_until = NULL,
          snooze_id = NULL
        WHERE acknowledged_at IS NULL
          AND NOT EXISTS (SELECT 1 FROM occurrences o WHERE o.image = updates.image AND o.acknowledged_at IS NULL)
          AND image IN (?...)
        RETURNING image""",
        IMAGE,
        Timestamps.format(at),
        actor,
        acknowledgementId,
        note,
        note,
        images);
  }

  /**
   * Makes those images pending again of which an occurrence is, and returns their keys. They wait
   * as long as they did before.
   *
   * @param images keys
   */
  public List<String> reopenAll(Collection<String> images) {
    return database.changeReturningAll(
        """
        UPDATE updates SET acknowledged_at = NULL, acknowledged_by = '', acknowledgement_id = NULL
        WHERE acknowledged_at IS NOT NULL
          AND EXISTS (SELECT 1 FROM occurrences o WHERE o.image = updates.image AND o.acknowledged_at IS NULL)
          AND image IN (?...)
        RETURNING image""",
        IMAGE,
        images);
  }

  /**
   * Puts pending images off, and returns the keys.
   *
   * @param images keys
   * @param note an empty one leaves what is there
   */
  public List<String> snooze(Collection<String> images, long snoozeId, Instant until, String note) {
    return database.changeReturningAll(
        """
        UPDATE updates SET snoozed_until = ?, snooze_id = ?, note = CASE WHEN ? = '' THEN note ELSE ? END
        WHERE acknowledged_at IS NULL AND image IN (?...)
        RETURNING image""",
        IMAGE,
        Timestamps.format(until),
        snoozeId,
        note,
        note,
        images);
  }

  /** Ends what is left of a snooze, and returns the keys. */
  public List<String> unsnooze(long snoozeId) {
    return database.changeReturningAll(
        "UPDATE updates SET snoozed_until = NULL, snooze_id = NULL WHERE snooze_id = ? RETURNING image",
        IMAGE,
        snoozeId);
  }

  /**
   * Ends the snoozes of images, and returns the keys of those that had one.
   *
   * @param images keys
   */
  public List<String> wakeAll(Collection<String> images) {
    return database.changeReturningAll(
        """
        UPDATE updates SET snoozed_until = NULL, snooze_id = NULL
        WHERE snoozed_until IS NOT NULL AND image IN (?...)
        RETURNING image""",
        IMAGE,
        images);
  }

  /** Ends the snoozes that have reached their time, and returns the keys. */
  public List<String> wake(Instant now) {
    return database.changeReturningAll(
        """
        UPDATE updates SET snoozed_until = NULL, snooze_id = NULL
        WHERE snoozed_until IS NOT NULL AND snoozed_until <= ?
        RETURNING image""",
        IMAGE,
        Timestamps.format(now));
  }

  /** Leaves a note with an image; says whether there is one. */
  public boolean note(Image image, String note) {
    return database.change("UPDATE updates SET note = ? WHERE image = ?", note, image.key()) > 0;
  }
}
