package diundashboard.images.migration;

import diundashboard.images.Image;
import diundashboard.images.InvalidImageException;
import diundashboard.platform.database.Database;
import java.time.Instant;
import java.util.List;

/**
 * Replaces the keys of updates that the Go original stored, such as {@code name:tag@sha256:...}.
 */
final class UpdateKeysDao {

  private static final String COLUMNS =
      """
      diun_version, hostname, status, provider, hub_link, mime_type, digest, created, platform, ctn_name, ctn_id,
      ctn_state, ctn_status, received_at, acknowledged_at, acknowledged_by, snoozed_until, muted_at, note, body""";

  private final Database database;

  UpdateKeysDao(Database database) {
    this.database = database;
  }

  /** Creates the table {@code update_keys}: each image with its key after the migration. */
  void computeKeys() {
    database.change(
        """
        CREATE TABLE update_keys (
          image     TEXT PRIMARY KEY,
          new_image TEXT NOT NULL,
          registry  TEXT NOT NULL,
          name      TEXT NOT NULL
        )""");
    var keys = database.list("SELECT image FROM updates", row -> keysOf(row.getString("image")));
    database.change(
        "INSERT INTO update_keys (image, new_image, registry, name)"
            + " SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM "
            + database.dialect().jsonArrayTable(),
        JsonRows.of(keys));
  }

  private static List<String> keysOf(String image) {
    try {
      var parsed = Image.parse(image);
      return List.of(image, parsed.key(), parsed.registry(), parsed.shortName());
    } catch (InvalidImageException e) { // the Go original accepts any text
      return List.of(image, image, "", "");
    }
  }

  /** Keeps updates whose key changes or is that of another, or whose occurrences are joined. */
  void keepReplaced() {
    database.change(
        """
        CREATE TABLE replaced_updates AS
        SELECT u.image, u.registry, u.name, u.pending_since, u.times_notified, u.previous_digest, u.sent_image, %s,
               k.new_image, a.tag_id, a.by_rule,
               coalesce((SELECT max(o.received_at) FROM occurrences o WHERE o.image = u.image), '') AS last_received_at
        FROM updates u
        JOIN update_keys k ON k.image = u.image
        LEFT JOIN tag_assignments a ON a.image = u.image
        WHERE k.new_image IN (
          SELECT new_image FROM update_keys WHERE new_image <> image
          UNION
          SELECT new_image FROM occurrence_keys GROUP BY new_image, hostname, new_workload HAVING count(*) > 1)"""
            .formatted(COLUMNS.replaceAll("\\b(?=\\w)", "u.")));
  }

  /** Replaces the updates that are kept, after their occurrences. */
  void replace(Instant at) {
    insertJoined();
    deriveState();
    replaceTags();
    log(at);
  }

  private void insertJoined() {
    database.change("DELETE FROM updates WHERE image IN (SELECT image FROM replaced_updates)");
    database.change(
        """
        WITH ranked AS (
          SELECT r.*,
                 row_number() OVER newest_first AS place,
                 lead(r.digest, 1, '') OVER newest_first AS older_digest,
                 sum(r.times_notified) OVER same_key AS all_notified,
                 min(CASE WHEN r.acknowledged_at IS NULL THEN r.pending_since END) OVER same_key AS open_since
          FROM replaced_updates r
          WINDOW same_key AS (PARTITION BY r.new_image),
                 newest_first AS (PARTITION BY r.new_image ORDER BY r.last_received_at DESC, r.image DESC)
        )
        INSERT INTO updates (image, registry, name, pending_since, times_notified, previous_digest, sent_image, %1$s)
        SELECT r.new_image, k.registry, k.name, coalesce(open_since, pending_since), all_notified,
               CASE WHEN previous_digest = '' AND older_digest <> digest THEN older_digest ELSE previous_digest END,
               CASE WHEN sent_image = '' AND r.new_image <> r.image THEN r.image ELSE sent_image END, %1$s
        FROM ranked r
        JOIN update_keys k ON k.image = r.image
        WHERE place = 1"""
            .formatted(COLUMNS));
  }

  /** As {@link diundashboard.images.UpdateStateDao#refresh} does when this version is released. */
  private void deriveState() {
    database.change(
        """
        UPDATE updates SET
          acknowledged_at = CASE WHEN d.open = 0 THEN coalesce(d.acknowledged_at, d.muted_at) END,
          acknowledged_by = CASE WHEN d.open = 0 THEN coalesce(
            (SELECT o.acknowledged_by FROM occurrences o
             WHERE o.image = d.key AND o.state = 'acknowledged' AND o.acknowledged_at = d.acknowledged_at
             ORDER BY o.hostname, o.workload LIMIT 1), '') ELSE '' END,
          snoozed_until = CASE WHEN d.pending = 0 THEN d.snoozed_until END,
          muted_at = CASE WHEN d.open = 0 AND d.acknowledged_at IS NULL THEN d.muted_at END,
          note = coalesce(
            (SELECT o.note FROM occurrences o WHERE o.image = d.key AND o.note <> ''
             ORDER BY o.note_change_id IS NULL, o.note_change_id DESC, o.hostname, o.workload LIMIT 1), '')
        FROM (
          SELECT image AS key,
                 count(CASE WHEN state IN ('pending', 'snoozed') THEN 1 END) AS open,
                 count(CASE WHEN state = 'pending' THEN 1 END) AS pending,
                 max(CASE WHEN state = 'acknowledged' THEN acknowledged_at END) AS acknowledged_at,
                 min(CASE WHEN state = 'snoozed' THEN snoozed_until END) AS snoozed_until,
                 max(muted_at) AS muted_at
          FROM occurrences WHERE image IN (SELECT new_image FROM replaced_updates) GROUP BY image
        ) d
        WHERE updates.image = d.key""");
  }

  /** The tag of a user is kept rather than that of a rule, then that of the newest update. */
  private void replaceTags() {
    database.change(
        "DELETE FROM tag_assignments WHERE image IN (SELECT image FROM replaced_updates)");
    database.change(
        """
        INSERT INTO tag_assignments (image, tag_id, by_rule)
        SELECT new_image, tag_id, by_rule FROM (
          SELECT new_image, tag_id, by_rule,
                 row_number() OVER (PARTITION BY new_image ORDER BY by_rule, last_received_at DESC, image DESC) AS place
          FROM replaced_updates WHERE tag_id IS NOT NULL
        ) ranked
        WHERE place = 1
        ON CONFLICT (image) DO NOTHING""");
  }

  /**
   * The column {@code opened} is -1 for each update that was open and is no longer counted. One of
   * them is counted under the new key, unless that was counted before.
   */
  private void log(Instant at) {
    database.change(
        """
        INSERT INTO activity (at, kind, image, hostname, digest, note, opened)
        SELECT ?, 'replaced', new_image, hostname, digest, image,
               CASE WHEN acknowledged_at IS NULL AND (place > 1 OR was_open = 1) THEN -1 ELSE 0 END
        FROM (
          SELECT r.*,
                 row_number() OVER (PARTITION BY new_image, acknowledged_at IS NULL ORDER BY image) AS place,
                 CASE WHEN EXISTS (SELECT 1 FROM replaced_updates n
                                   WHERE n.image = r.new_image AND n.acknowledged_at IS NULL) THEN 1 ELSE 0 END AS was_open
          FROM replaced_updates r WHERE image <> new_image
        ) replaced
        ORDER BY new_image, last_received_at, image""",
        at);
  }

  void dropKeys() {
    database.change("DROP TABLE update_keys");
  }
}
