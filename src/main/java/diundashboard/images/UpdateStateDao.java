package diundashboard.images;

import static java.util.stream.Collectors.toMap;

import diundashboard.platform.database.Condition;
import diundashboard.platform.database.Database;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The state of images in the table {@code updates}, which is derived from the state of their
 * occurrences, for lists and for the Go API. An image is muted when all its occurrences are; done
 * when all that are not muted are acknowledged; snoozed when none is pending and one is snoozed;
 * otherwise pending. Its note is the one that was set last. What it changes is the riskiest change
 * of an open occurrence.
 */
@Dependent
public final class UpdateStateDao {

  /** Selects the columns of the riskiest change of a row of {@code updates}. */
  public static final String RISKIEST_CHANGE =
      """
      SELECT o.change_rank, o.change_from, o.change_to FROM occurrences o WHERE o.image = updates.image
      ORDER BY CASE WHEN o.state IN ('pending', 'snoozed') THEN 0 ELSE 1 END, o.change_rank,
               o.hostname, o.workload LIMIT 1""";

  private static final Database.Row<String> IMAGE = row -> row.getString("image");

  private final Database database;

  @Inject
  public UpdateStateDao(Database database) {
    this.database = database;
  }

  public boolean exists(Image image) {
    return database
        .find("SELECT image FROM updates WHERE image = ?", IMAGE, image.key())
        .isPresent();
  }

  /**
   * Returns the keys of images, in the order in which the database stores them.
   *
   * @param occurrences matches one of their occurrences {@code o}, and the image {@code u}
   */
  public List<String> find(Condition occurrences) {
    return database.list(
        """
        SELECT u.image FROM updates u
        WHERE EXISTS (SELECT 1 FROM occurrences o WHERE o.image = u.image AND (%s))
        ORDER BY u.%s"""
            .formatted(occurrences.sql(), database.dialect().storageOrder()),
        IMAGE,
        occurrences.parameters().toArray());
  }

  /**
   * Locks images until the transaction ends.
   *
   * @param occurrences matches one of their occurrences {@code o}, or the image {@code u}
   */
  public LockedImages lock(Condition occurrences) {
    return locked(
        "EXISTS (SELECT 1 FROM occurrences o WHERE o.image = u.image AND (%s))"
            .formatted(occurrences.sql()),
        occurrences.parameters().toArray());
  }

  /** Locks images by their keys until the transaction ends. */
  public LockedImages lock(Collection<String> images) {
    return locked("u.image IN (?...)", images);
  }

  private LockedImages locked(String condition, Object... parameters) {
    return new LockedImages(
        database
            .changeReturningAll(
                "SELECT u.image, u.acknowledged_at FROM updates u WHERE %s ORDER BY u.image%s"
                    .formatted(condition, database.dialect().forUpdate()),
                row -> Map.entry(row.getString(1), row.getString(2) == null),
                parameters)
            .stream()
            .collect(toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  /**
   * Derives the state of images again.
   *
   * @return keys of those that are open now, pending or snoozed
   */
  public List<String> refresh(Collection<String> images) {
    return database
        .changeReturningAll(
            """
            UPDATE updates SET
              acknowledged_at = CASE WHEN d.open = 0 THEN coalesce(d.acknowledged_at, d.muted_at) END,
              acknowledged_by = CASE WHEN d.open = 0 THEN coalesce(
                (SELECT o.acknowledged_by FROM occurrences o
                 WHERE o.image = d.key AND o.state = 'acknowledged' AND o.acknowledged_at = d.acknowledged_at
                 ORDER BY o.hostname, o.workload LIMIT 1), '') ELSE '' END,
              snoozed_until = CASE WHEN d.pending = 0 THEN d.snoozed_until END,
              muted_at = CASE WHEN d.open = 0 AND d.acknowledged_at IS NULL THEN d.muted_at END,
              note = CASE WHEN d.has_note = 1 THEN
                (SELECT o.note FROM occurrences o WHERE o.image = d.key AND o.note <> ''
                 ORDER BY o.note_change_id IS NULL, o.note_change_id DESC, o.hostname, o.workload LIMIT 1) ELSE '' END,
              (change_rank, change_from, change_to) = (
                %s)
            FROM (
              SELECT image AS key,
                     count(CASE WHEN state IN ('pending', 'snoozed') THEN 1 END) AS open,
                     count(CASE WHEN state = 'pending' THEN 1 END) AS pending,
                     max(CASE WHEN state = 'acknowledged' THEN acknowledged_at END) AS acknowledged_at,
                     min(CASE WHEN state = 'snoozed' THEN snoozed_until END) AS snoozed_until,
                     max(muted_at) AS muted_at,
                     max(CASE WHEN note <> '' THEN 1 ELSE 0 END) AS has_note
              FROM occurrences WHERE image IN (?...) GROUP BY image
            ) d
            WHERE updates.image = d.key
            RETURNING updates.image, updates.acknowledged_at"""
                .formatted(RISKIEST_CHANGE),
            row -> Map.entry(row.getString(1), row.getString(2) == null),
            images)
        .stream()
        .filter(Map.Entry::getValue)
        .map(Map.Entry::getKey)
        .toList();
  }
}
