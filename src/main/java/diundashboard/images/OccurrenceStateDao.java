package diundashboard.images;

import diundashboard.platform.database.Condition;
import diundashboard.platform.database.Database;
import diundashboard.platform.database.NamedParameters;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * User state of occurrences: acknowledged, snoozed, muted, note. A change first saves the state of
 * the occurrences that it applies to in the table {@code change_occurrences}, so that it can be
 * undone. The caller has locked the images, and {@linkplain UpdateStateDao#refresh refreshes} them.
 */
@Dependent
public final class OccurrenceStateDao {

  static final String SAVED =
      "acknowledged_at, acknowledged_by, snoozed_until, muted_at, mutes_image, note, "
          + "state_change_id, mute_change_id, note_change_id, done_at, done_digest, hold_from";

  /**
   * The row that a change saved for a row of {@code occurrences}. Used in scalar subqueries,
   * because PostgreSQL has no statistics of a new change, and joins all its rows for each portion.
   */
  static final String SAVED_HERE =
      """
      FROM change_occurrences c
      WHERE c.change_id = %s AND c.image = occurrences.image AND c.hostname = occurrences.hostname
        AND c.workload = occurrences.workload""";

  private static final String ACKNOWLEDGED =
      "acknowledged_at = :at, acknowledged_by = :actor, snoozed_until = NULL, state_change_id = :id";

  private static final Database.Row<String> IMAGE = row -> row.getString("image");

  private final Database database;

  @Inject
  public OccurrenceStateDao(Database database) {
    this.database = database;
  }

  /**
   * Saves the state of the occurrences that a change applies to.
   *
   * @param id of the change
   * @param images keys of locked images
   * @param condition on rows of {@code occurrences o} and {@code updates u}
   * @return the key of the image of each of them, without those that the change has saved before
   */
  public List<String> save(long id, Collection<String> images, Condition condition) {
    return database.changeReturningAll(
        """
        INSERT INTO change_occurrences (change_id, image, hostname, workload, %1$s)
        SELECT CAST(? AS BIGINT), o.image, o.hostname, o.workload, %2$s
        FROM occurrences o JOIN updates u ON u.image = o.image
        WHERE o.image IN (?...) AND (%3$s)
        ON CONFLICT DO NOTHING
        RETURNING image"""
            .formatted(SAVED, SAVED.replaceAll("\\b(?=\\w)", "o."), condition.sql()),
        IMAGE,
        condition.parameters(List.of(id, images), List.of()));
  }

  /**
   * Returns the keys of the images whose occurrences a committed change saved, in the order in
   * which it saved them.
   */
  public List<String> images(long id) {
    return database
        .list(
            "SELECT image FROM change_occurrences WHERE change_id = ? ORDER BY "
                + database.dialect().storageOrder(),
            IMAGE,
            id)
        .stream()
        .distinct()
        .toList();
  }

  /** Acknowledges the occurrences of images that a change saved: their tags are in use there. */
  public void acknowledge(ActionStamp stamp, Collection<String> images) {
    set(ACKNOWLEDGED + ", done_at = :at, done_digest = digest", acknowledgement(stamp, images));
  }

  /** Acknowledges occurrences whose tags were never in use, because there is a newer one. */
  public void supersede(ActionStamp stamp, Superseded tags) {
    set(
        ACKNOWLEDGED,
        "hostname = :hostname AND workload = :workload AND",
        acknowledgement(stamp, tags.older())
            .with("hostname", tags.hostname())
            .with("workload", tags.workload()));
  }

  /** Marks the occurrences of images that a change saved as set by it. */
  public void stamp(ActionStamp stamp, Collection<String> images) {
    set("state_change_id = :id", stampOf(stamp, images));
  }

  private static NamedParameters acknowledgement(ActionStamp stamp, Collection<String> images) {
    return stampOf(stamp, images).with("at", stamp.at()).with("actor", stamp.actor());
  }

  /** Snoozes the occurrences of images that a change saved. */
  public void snooze(ActionStamp stamp, Collection<String> images, SnoozeEnd until) {
    set(
        "snoozed_until = :until, state_change_id = :id, hold_from = NULL",
        stampOf(stamp, images).with("until", until.at()));
  }

  /**
   * Mutes the occurrences of images that a change saved.
   *
   * @param isForImage true to mute new occurrences of the images as well
   */
  public void mute(ActionStamp stamp, Collection<String> images, boolean isForImage) {
    set(
        "muted_at = :at, mutes_image = :for_image, mute_change_id = :id",
        stampOf(stamp, images).with("at", stamp.at()).with("for_image", isForImage ? 1 : 0));
  }

  /** Makes the occurrences of images that a change saved pending. */
  public void reopen(ActionStamp stamp, Collection<String> images) {
    set(
        """
        acknowledged_at = NULL, acknowledged_by = '', snoozed_until = NULL, state_change_id = :id,
        hold_from = NULL, done_at = NULL, done_digest = '', muted_at = NULL, mutes_image = 0, mute_change_id = :id""",
        stampOf(stamp, images));
  }

  private static NamedParameters stampOf(ActionStamp stamp, Collection<String> images) {
    return NamedParameters.of("id", stamp.id()).with("images", images);
  }

  /** Sets the note of the occurrences of images that a change saved. */
  public void note(ActionStamp stamp, Collection<String> images) {
    set("note = :note, note_change_id = :id", stampOf(stamp, images).with("note", stamp.note()));
  }

  private void set(String assignments, NamedParameters parameters) {
    set(assignments, "", parameters);
  }

  private void set(String assignments, String condition, NamedParameters parameters) {
    database.change(
        """
        UPDATE occurrences SET %s
        WHERE image IN (:images...) AND %s (SELECT count(*) %s) = 1"""
            .formatted(assignments, condition, SAVED_HERE.formatted(":id")),
        parameters);
  }

  /**
   * Gives occurrences of locked images the state back that a change saved. Each of the three parts
   * of the state (acknowledged and snoozed, muted, note) stays as it is if something newer has set
   * it. A new occurrence that inherited a mute is no longer muted.
   *
   * @return keys of the images with changed occurrences
   */
  public Set<String> undo(long id, Collection<String> images) {
    var changed = new TreeSet<String>();
    changed.addAll(
        restore(
            "acknowledged_at, acknowledged_by, snoozed_until, state_change_id, done_at, done_digest, hold_from",
            "state",
            id,
            images));
    changed.addAll(restore("muted_at, mutes_image, mute_change_id", "mute", id, images));
    changed.addAll(restore("note, note_change_id", "note", id, images));
    changed.addAll(
        database.changeReturningAll(
            """
            UPDATE occurrences SET muted_at = NULL, mutes_image = 0, mute_change_id = NULL
            WHERE mute_change_id = ? AND muted_at IS NOT NULL AND image IN (?...)
            RETURNING image""",
            IMAGE,
            id,
            images));
    return changed;
  }

  private List<String> restore(String columns, String part, long id, Collection<String> images) {
    return database.changeReturningAll(
        """
        UPDATE occurrences SET (%1$s) = (SELECT %2$s %3$s)
        WHERE image IN (?...) AND %4$s_change_id = ? AND (SELECT count(*) %3$s) = 1
        RETURNING image"""
            .formatted(
                columns, columns.replaceAll("\\b(?=\\w)", "c."), SAVED_HERE.formatted("?"), part),
        IMAGE,
        id,
        images,
        id,
        id);
  }

  /** Returns whether the snooze of an occurrence has ended. */
  public boolean isSnoozeDue(Instant now) {
    return database
        .find(
            "SELECT image FROM occurrences WHERE snoozed_until IS NOT NULL AND snoozed_until <= ? LIMIT 1",
            IMAGE,
            now)
        .isPresent();
  }

  /**
   * Ends the snoozes and holds that are due, of locked images.
   *
   * @return keys of the images with changed occurrences
   */
  public Set<String> endDueSnoozes(Collection<String> images, Instant now) {
    return new TreeSet<>(
        database.changeReturningAll(
            """
            UPDATE occurrences SET snoozed_until = NULL, state_change_id = NULL, hold_from = NULL
            WHERE snoozed_until <= ? AND image IN (?...)
            RETURNING image""",
            IMAGE,
            now,
            images));
  }

  /**
   * Replaces the note of all occurrences of an image.
   *
   * @param note empty for none
   */
  public void setNote(Image image, String note) {
    database.change(
        "UPDATE occurrences SET note = ?, note_change_id = NULL WHERE image = ?",
        note,
        image.key());
  }
}
