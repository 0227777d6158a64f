package diundashboard.images;

import diundashboard.platform.database.Database;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * Removes occurrences, and images without occurrences. The rows are kept in the tables {@code
 * removed_occurrences} and {@code removed_updates}, so that a removal can be undone. The tag
 * assignment of an image stays.
 */
@Dependent
public final class RemovalDao {

  static final String UPDATE_COLUMNS =
      """
      image, registry, name, diun_version, hostname, status, provider, hub_link, mime_type, digest, created, platform,
      ctn_name, ctn_id, ctn_state, ctn_status, received_at, acknowledged_at, acknowledged_by, snoozed_until, muted_at,
      note, sent_image, pending_since, times_notified, previous_digest, change_rank, change_from, change_to, body""";

  /** Of {@code removed_updates}, for the columns of the same names. */
  static final String UPDATE_VALUES =
      UPDATE_COLUMNS.replaceFirst("\\bbody$", NotificationBodyDao.of("updates"));

  static final String OCCURRENCE_COLUMNS =
      """
      image, hostname, workload, status, provider, digest, created, platform, stack, stack_guessed, metadata, search, received_at,
      acknowledged_at, acknowledged_by, snoozed_until, muted_at, mutes_image, note,
      state_change_id, mute_change_id, note_change_id, repository, done_at, done_digest, change_rank, change_from,
      change_to, hold_from""";

  private static final String OF_CHANGE =
      "image IN (?...) AND (SELECT count(*) %s) = 1"
          .formatted(OccurrenceStateDao.SAVED_HERE.formatted("?"));

  private final Database database;

  @Inject
  public RemovalDao(Database database) {
    this.database = database;
  }

  /** Removes the occurrences of images that {@link OccurrenceStateDao#save} saved for a change. */
  public void removeOccurrences(long id, Collection<String> images) {
    database.change(
        "INSERT INTO removed_occurrences (change_id, %1$s) SELECT CAST(? AS BIGINT), %1$s FROM occurrences WHERE %2$s"
            .formatted(OCCURRENCE_COLUMNS, OF_CHANGE),
        id,
        images,
        id);
    database.change("DELETE FROM occurrences WHERE " + OF_CHANGE, images, id);
  }

  /**
   * Removes those of the images that have no occurrences. Keeps the body of their latest
   * notification, because the log may not have it any more when the removal is undone.
   */
  public void removeImages(long id, Collection<String> images) {
    var condition =
        "image IN (?...) AND NOT EXISTS (SELECT 1 FROM occurrences o WHERE o.image = updates.image)";
    database.change(
        """
        INSERT INTO removed_updates (change_id, %s)
        SELECT CAST(? AS BIGINT), %s FROM updates WHERE %s"""
            .formatted(UPDATE_COLUMNS, UPDATE_VALUES, condition),
        id,
        images);
    database.change("DELETE FROM updates WHERE " + condition, images);
  }

  /**
   * Restores what a change removed of images, except for what was reported again.
   *
   * @return keys of the images with restored occurrences
   */
  public Set<String> restore(long id, Collection<String> images) {
    restore("removed_updates", "updates", UPDATE_COLUMNS, id, images);
    return restore("removed_occurrences", "occurrences", OCCURRENCE_COLUMNS, id, images);
  }

  private Set<String> restore(
      String from, String to, String columns, long id, Collection<String> images) {
    var restored =
        database.changeReturningAll(
            """
            INSERT INTO %2$s (%3$s)
            SELECT %3$s FROM %1$s WHERE change_id = ? AND image IN (?...)
            ON CONFLICT DO NOTHING
            RETURNING image"""
                .formatted(from, to, columns),
            row -> row.getString(1),
            id,
            images);
    database.change(
        "DELETE FROM %s WHERE change_id = ? AND image IN (?...)".formatted(from), id, images);
    return new TreeSet<>(restored);
  }
}
