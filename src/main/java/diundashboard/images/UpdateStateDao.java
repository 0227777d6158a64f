package diundashboard.images;

import diundashboard.platform.database.Condition;
import diundashboard.platform.database.Database;
import diundashboard.platform.database.NamedParameters;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * User state of images in the table {@code updates}: acknowledged, snoozed, note. An image is done
 * when all its occurrences are acknowledged, so acknowledgements change both tables.
 */
@Dependent
public final class UpdateStateDao {

  private static final Database.Row<String> IMAGE = row -> row.getString("image");

  private final Database database;
  private final OccurrenceDao occurrences;

  @Inject
  public UpdateStateDao(Database database, OccurrenceDao occurrences) {
    this.database = database;
    this.occurrences = occurrences;
  }

  public boolean exists(Image image) {
    return database
        .find("SELECT image FROM updates WHERE image = ?", IMAGE, image.key())
        .isPresent();
  }

  /** True if the snooze of an image has ended. */
  public boolean isSnoozeDue(Instant now) {
    var condition = UpdateConditions.snoozeDue(now);
    return database
        .find(
            "SELECT u.image FROM updates u WHERE " + condition.sql() + " LIMIT 1",
            IMAGE,
            condition.parameters().toArray())
        .isPresent();
  }

  /** Locks the matching images until the transaction ends, and returns their keys, sorted. */
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
   * Acknowledges the pending occurrences of images. Images without other pending occurrences are
   * done.
   *
   * @param images keys
   * @param host the only host, or null for all
   * @param workload the only workload, or null for all
   */
  public ImageChanges acknowledge(
      Collection<String> images, String host, String workload, ActionStamp stamp) {
    var acknowledged = occurrences.acknowledge(images, host, workload, stamp);
    return ImageChanges.closed(acknowledged, complete(acknowledged, stamp));
  }

  /** Undoes what is left of an acknowledgement. The images are pending since the same time. */
  public ImageChanges undoAcknowledgement(long id) {
    var changed = occurrences.unacknowledge(id);
    return ImageChanges.opened(changed, reopenIncomplete(changed));
  }

  /** Undoes all acknowledgements of images. The images are pending since the same time. */
  public ImageChanges reopen(Collection<String> images) {
    var changed = occurrences.unacknowledgeAll(images);
    return ImageChanges.opened(changed, reopenIncomplete(changed));
  }

  /** Snoozes pending images. */
  public ImageChanges snooze(Collection<String> images, SnoozeEnd until, ActionStamp stamp) {
    return ImageChanges.unchanged(
        database.changeReturningAll(
            """
            UPDATE updates SET
              snoozed_until = :until,
              snooze_id = :id,
              note = CASE WHEN :note = '' THEN note ELSE :note END
            WHERE acknowledged_at IS NULL AND image IN (:images...)
            RETURNING image""",
            IMAGE,
            NamedParameters.of("until", until.at())
                .with("id", stamp.id())
                .with("note", stamp.note())
                .with("images", images)));
  }

  /** Undoes what is left of a snooze. */
  public ImageChanges undoSnooze(long id) {
    return ImageChanges.unchanged(
        database.changeReturningAll(
            "UPDATE updates SET snoozed_until = NULL, snooze_id = NULL WHERE snooze_id = ? RETURNING image",
            IMAGE,
            id));
  }

  /** Ends the snoozes of images. */
  public ImageChanges endSnoozes(Collection<String> images) {
    return ImageChanges.unchanged(
        database.changeReturningAll(
            """
            UPDATE updates SET snoozed_until = NULL, snooze_id = NULL
            WHERE snoozed_until IS NOT NULL AND image IN (?...)
            RETURNING image""",
            IMAGE,
            images));
  }

  /**
   * Replaces the note of an image.
   *
   * @param note empty for none
   * @return whether the image exists
   */
  public boolean setNote(Image image, String note) {
    return database.change("UPDATE updates SET note = ? WHERE image = ?", note, image.key()) > 0;
  }

  /** Marks images without pending occurrences as done, and returns their keys. */
  private List<String> complete(Collection<String> images, ActionStamp stamp) {
    return database.changeReturningAll(
        """
        UPDATE updates SET
          acknowledged_at = :at,
          acknowledged_by = :actor,
          acknowledgement_id = :id,
          note = CASE WHEN :note = '' THEN note ELSE :note END,
          snoozed_until = NULL,
          snooze_id = NULL
        WHERE acknowledged_at IS NULL
          AND NOT EXISTS (SELECT 1 FROM occurrences o WHERE o.image = updates.image AND o.acknowledged_at IS NULL)
          AND image IN (:images...)
        RETURNING image""",
        IMAGE,
        NamedParameters.of("at", stamp.at())
            .with("actor", stamp.actor())
            .with("id", stamp.id())
            .with("note", stamp.note())
            .with("images", images));
  }

  /** Makes done images with pending occurrences pending again, and returns their keys. */
  private List<String> reopenIncomplete(Collection<String> images) {
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
}
