package diundashboard.images;

import diundashboard.platform.database.Database;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Finds the body of the latest notification of an image. It is in the activity log, in the entry
 * whose time is that of the column {@code received_at} of {@code updates}. The column {@code body}
 * has it only if the log does not.
 */
@Dependent
public final class NotificationBodyDao {

  private final Database database;

  @Inject
  public NotificationBodyDao(Database database) {
    this.database = database;
  }

  /**
   * Returns an SQL expression for the body, which is empty if it is unknown.
   *
   * @param updates the alias of the table {@code updates}
   */
  public static String of(String updates) {
    return """
        CASE WHEN %1$s.body <> '' THEN %1$s.body ELSE coalesce(
          (SELECT n.body FROM activity n
           WHERE n.image = %1$s.image AND n.kind = 'notified' AND n.at = %1$s.received_at
           ORDER BY n.id DESC LIMIT 1), '') END"""
        .formatted(updates);
  }

  /**
   * Copies the bodies that entries of the log have to the images whose latest notification they
   * are, before these entries are deleted. Locks the images in order, as actions do.
   *
   * @param entries ids
   */
  public void keep(List<String> entries) {
    var images =
        database.changeReturningAll(
            """
            WITH entries (id) AS (?...)
            SELECT image FROM updates
            WHERE body = '' AND (image, received_at) IN (
              SELECT n.image, n.at FROM activity n
              WHERE n.id IN (SELECT CAST(id AS BIGINT) FROM entries) AND n.kind = 'notified' AND n.body <> '')
            ORDER BY image"""
                + database.dialect().forUpdate(),
            row -> row.getString(1),
            entries);
    if (images.isEmpty()) return;
    database.change(
        "UPDATE updates SET body = %s WHERE image IN (?...)".formatted(of("updates")), images);
  }
}
