package diundashboard.images;

import static java.util.stream.Collectors.joining;

import diundashboard.platform.database.Database;
import diundashboard.platform.database.NamedParameters;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Keeps the rows that an import replaces in the tables {@code removed_occurrences} and {@code
 * removed_updates}, so that it can be undone. Mutes and notes are not replaced.
 */
@Dependent
public final class ReplacementDao {

  private static final Set<String> KEPT_OF_OCCURRENCES =
      Set.of(
          "image",
          "hostname",
          "workload",
          "muted_at",
          "mutes_image",
          "mute_change_id",
          "note",
          "note_change_id");

  /** The key, and what {@link UpdateStateDao} derives. */
  private static final Set<String> KEPT_OF_UPDATES =
      Set.of(
          "image",
          "acknowledged_at",
          "acknowledged_by",
          "snoozed_until",
          "muted_at",
          "note",
          "change_rank",
          "change_from",
          "change_to");

  private static final String OTHER_OCCURRENCE_COLUMNS =
      without(RemovalDao.OCCURRENCE_COLUMNS, Set.of("image", "hostname", "workload"), "");

  private static final String SAVED_OCCURRENCE =
      """
      FROM removed_occurrences r
      WHERE r.change_id = ? AND r.image = occurrences.image AND r.hostname = occurrences.hostname
        AND r.workload = occurrences.workload""";

  private static final String TIME = "SELECT c.at FROM changes c WHERE c.id = ?";

  private static final String SAVED_UPDATE =
      "FROM removed_updates r WHERE r.change_id = ? AND r.image = updates.image";

  private final Database database;

  @Inject
  public ReplacementDao(Database database) {
    this.database = database;
  }

  /**
   * The key of an occurrence.
   *
   * @param image the key of the image
   */
  public record Place(String image, String hostname, String workload) {

    public static Place of(ReceivedEvent event) {
      var occurrence = event.occurrence();
      return new Place(event.key(), occurrence.hostname(), occurrence.workload());
    }

    /** Returns those of the older tags. */
    public static List<Place> allOf(Superseded tags) {
      return tags.older().stream()
          .map(image -> new Place(image, tags.hostname(), tags.workload()))
          .toList();
    }
  }

  /** Records occurrences that a change applies to, as {@link OccurrenceStateDao#save} does. */
  public void record(long id, Collection<Place> places) {
    insert("change_occurrences", OccurrenceStateDao.SAVED, id, places);
  }

  /** Keeps the rows of occurrences and of their images. */
  public void keep(long id, Collection<Place> places) {
    insert("removed_occurrences", OTHER_OCCURRENCE_COLUMNS, id, places);
    var images = places.stream().map(Place::image).distinct().toList();
    database.change(
        """
        INSERT INTO removed_updates (change_id, %s)
        SELECT CAST(? AS BIGINT), %s FROM updates WHERE image IN (?...)
        ON CONFLICT DO NOTHING"""
            .formatted(RemovalDao.UPDATE_COLUMNS, RemovalDao.UPDATE_VALUES),
        id,
        images);
  }

  /**
   * Restores what a change replaced of locked images, and deletes the occurrences that it added,
   * except for what was changed or reported since.
   *
   * @return keys of the images with changed occurrences
   */
  public Set<String> restore(long id, Collection<String> images) {
    var changed = new TreeSet<>(restoreOccurrences(id, images));
    changed.addAll(deleteAdded(id, images));
    restoreUpdates(id, images);
    return changed;
  }

  private void insert(String table, String columns, long id, Collection<Place> places) {
    database.changeRows(
        """
        WITH place (change_id, image, hostname, workload) AS (
          VALUES (:change_id, :image, :hostname, :workload)
        )
        INSERT INTO %s (change_id, image, hostname, workload, %s)
        SELECT CAST(p.change_id AS BIGINT), o.image, o.hostname, o.workload, %s
        FROM place p
        JOIN occurrences o ON o.image = p.image AND o.hostname = p.hostname AND o.workload = p.workload
        ON CONFLICT DO NOTHING"""
            .formatted(table, columns, without(columns, Set.of(), "o.")),
        places.stream()
            .map(
                place ->
                    NamedParameters.of("change_id", id)
                        .with("image", place.image())
                        .with("hostname", place.hostname())
                        .with("workload", place.workload()))
            .toList());
  }

  private Collection<String> restoreOccurrences(long id, Collection<String> images) {
    return database.changeReturningAll(
        """
        UPDATE occurrences SET (%1$s) = (SELECT %2$s %3$s)
        WHERE image IN (?...) AND state_change_id = ? AND (SELECT count(*) %3$s) = 1
        RETURNING image"""
            .formatted(
                without(RemovalDao.OCCURRENCE_COLUMNS, KEPT_OF_OCCURRENCES, ""),
                without(RemovalDao.OCCURRENCE_COLUMNS, KEPT_OF_OCCURRENCES, "r."),
                SAVED_OCCURRENCE),
        row -> row.getString(1),
        id,
        images,
        id,
        id);
  }

  private Collection<String> deleteAdded(long id, Collection<String> images) {
    return database.changeReturningAll(
        """
        DELETE FROM occurrences
        WHERE image IN (?...) AND state_change_id = ? AND note_change_id IS NULL
          AND (muted_at IS NULL OR muted_at < (%2$s)) AND (SELECT count(*) %1$s) = 0
        RETURNING image"""
            .formatted(SAVED_OCCURRENCE, TIME),
        row -> row.getString(1),
        images,
        id,
        id,
        id);
  }

  /** An image stays as the import reported it while one of its occurrences does. */
  private void restoreUpdates(long id, Collection<String> images) {
    database.change(
        """
        UPDATE updates SET (%1$s) = (SELECT %2$s %3$s)
        WHERE image IN (?...) AND received_at = (%4$s) AND (SELECT count(*) %3$s) = 1
          AND NOT EXISTS (SELECT 1 FROM occurrences o
                          WHERE o.image = updates.image AND o.received_at = updates.received_at)"""
            .formatted(
                without(RemovalDao.UPDATE_COLUMNS, KEPT_OF_UPDATES, ""),
                without(RemovalDao.UPDATE_COLUMNS, KEPT_OF_UPDATES, "r."),
                SAVED_UPDATE,
                TIME),
        id,
        images,
        id,
        id);
  }

  /** Deletes those of the images that have no occurrences, because the import added them. */
  public void deleteUnused(Collection<String> images) {
    database.change(
        """
        DELETE FROM updates
        WHERE image IN (?...) AND NOT EXISTS (SELECT 1 FROM occurrences o WHERE o.image = updates.image)""",
        images);
  }

  private static String without(String columns, Set<String> kept, String prefix) {
    return Stream.of(columns.split(",\\s*"))
        .filter(column -> !kept.contains(column))
        .map(column -> prefix + column)
        .collect(joining(", "));
  }
}
