package diundashboard.images.migration;

import diundashboard.platform.database.Database;
import java.util.List;

/** Replaces the keys of occurrences. */
final class OccurrenceKeysDao {

  /** Rows that are in memory at once, each with up to 1 MiB of a notification. */
  private static final int PAGE = 500;

  private static final String COLUMNS =
      """
      status, provider, digest, metadata, received_at, acknowledged_at, acknowledged_by, snoozed_until, muted_at,
      mutes_image, state_change_id, mute_change_id, note_change_id""";

  private final Database database;

  OccurrenceKeysDao(Database database) {
    this.database = database;
  }

  void addColumns() {
    for (var table : List.of("occurrences", "removed_occurrences")) {
      database.change("ALTER TABLE " + table + " ADD COLUMN platform TEXT NOT NULL DEFAULT ''");
      database.change("ALTER TABLE " + table + " ADD COLUMN created TEXT NOT NULL DEFAULT ''");
      database.change(
          "ALTER TABLE " + table + " ADD COLUMN stack_guessed INTEGER NOT NULL DEFAULT 0");
    }
  }

  /**
   * Creates the table {@code occurrence_keys}: for each occurrence its key, and the new values of
   * its columns. {@code is_moved} is 1 if the key changes, or if several occurrences become one.
   */
  void computeKeys() {
    database.change(
        """
        CREATE TABLE occurrence_keys (
          image         TEXT NOT NULL,
          hostname      TEXT NOT NULL,
          workload      TEXT NOT NULL,
          new_image     TEXT NOT NULL,
          new_workload  TEXT NOT NULL,
          stack         TEXT NOT NULL,
          stack_guessed INTEGER NOT NULL,
          search        TEXT NOT NULL,
          platform      TEXT NOT NULL,
          created       TEXT NOT NULL,
          is_moved      INTEGER NOT NULL DEFAULT 0,
          PRIMARY KEY (image, hostname, workload)
        )""");
    var page = page("", "", "");
    while (!page.isEmpty()) {
      insert(page);
      var last = page.get(page.size() - 1);
      page = page(last.image(), last.hostname(), last.workload());
    }
    database.change(
        """
        UPDATE occurrence_keys SET is_moved = 1
        WHERE new_image <> image OR new_workload <> workload
          OR (new_image, hostname, new_workload) IN (
            SELECT new_image, hostname, new_workload FROM occurrence_keys
            GROUP BY new_image, hostname, new_workload HAVING count(*) > 1)""");
  }

  /** The concatenation prevents the use of the index by hostname, which is not selective. */
  private List<StoredOccurrence> page(String image, String hostname, String workload) {
    return database.list(
        """
        SELECT o.image, k.new_image, o.hostname, o.workload, o.provider, o.metadata,
               CASE WHEN u.hostname = o.hostname THEN u.platform ELSE '' END AS platform,
               CASE WHEN u.hostname = o.hostname THEN u.created ELSE '' END AS created,
               coalesce((SELECT a.body FROM activity a
                         WHERE a.image = o.image AND a.hostname || '' = o.hostname AND a.workload = o.workload
                           AND a.kind = 'notified'
                         ORDER BY a.id DESC LIMIT 1), '') AS body
        FROM (
          SELECT image, hostname, workload, provider, metadata FROM occurrences
          WHERE (image, hostname, workload) > (?, ?, ?)
          ORDER BY image, hostname, workload LIMIT ?
        ) o
        JOIN update_keys k ON k.image = o.image
        JOIN updates u ON u.image = o.image
        ORDER BY o.image, o.hostname, o.workload""",
        row ->
            new StoredOccurrence(
                row.getString("image"),
                row.getString("new_image"),
                row.getString("hostname"),
                row.getString("workload"),
                row.getString("provider"),
                row.getString("metadata"),
                row.getString("platform"),
                row.getString("created"),
                row.getString("body")),
        image,
        hostname,
        workload,
        PAGE);
  }

  private void insert(List<StoredOccurrence> page) {
    database.change(
        """
        INSERT INTO occurrence_keys (image, hostname, workload, new_image, new_workload, stack, stack_guessed, search,
                                     platform, created)
        SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5,
               CAST(value ->> 6 AS INTEGER), value ->> 7, value ->> 8, value ->> 9
        FROM\s"""
            + database.dialect().jsonArrayTable(),
        JsonRows.of(page.stream().map(StoredOccurrence::keys).toList()));
  }

  /** Replaces the rows whose key changes or is that of another, and updates the others. */
  void replace() {
    keepReplaced();
    replaceMoved();
    replaceSavedStates();
    database.change(
        """
        UPDATE occurrences SET
          stack = k.stack,
          stack_guessed = k.stack_guessed,
          search = k.search,
          platform = k.platform,
          created = k.created
        FROM occurrence_keys k
        WHERE k.is_moved = 0 AND k.image = occurrences.image AND k.hostname = occurrences.hostname
          AND k.workload = occurrences.workload""");
  }

  /** {@code members} is the number of rows that become one, {@code last_received_at} of them. */
  private void keepReplaced() {
    database.change(
        """
        CREATE TABLE replaced_occurrences AS
        SELECT * FROM (
          SELECT o.image, o.hostname, o.workload, o.stack, o.search, o.note, o.state, %s, k.new_image, k.new_workload,
                 k.is_moved,
                 count(*) OVER same_key AS members,
                 max(o.received_at) OVER same_key AS last_received_at,
                 k.stack AS new_stack, k.search AS new_search
          FROM occurrences o
          JOIN occurrence_keys k ON k.image = o.image AND k.hostname = o.hostname AND k.workload = o.workload
          WINDOW same_key AS (PARTITION BY k.new_image, k.hostname, k.new_workload)
        ) compared
        WHERE is_moved = 1 OR stack <> new_stack OR search <> new_search"""
            .formatted(COLUMNS.replaceAll("\\b(?=\\w)", "o.")));
  }

  private void replaceMoved() {
    database.change(
        """
        DELETE FROM occurrences WHERE (image, hostname, workload) IN (
          SELECT image, hostname, workload FROM occurrence_keys WHERE is_moved = 1)""");
    database.change(
        """
        WITH ranked AS (
          SELECT r.*,
                 row_number() OVER (same_key ORDER BY r.received_at DESC, r.image, r.workload) AS by_time,
                 row_number() OVER (same_key ORDER BY CASE r.state WHEN 'pending' THEN 0 WHEN 'snoozed' THEN 1 ELSE 2 END,
                                                      r.received_at DESC, r.image, r.workload) AS by_state,
                 max(r.note) OVER same_key AS any_note
          FROM replaced_occurrences r
          WHERE r.is_moved = 1
          WINDOW same_key AS (PARTITION BY r.new_image, r.hostname, r.new_workload)
        )
        INSERT INTO occurrences (image, hostname, workload, status, provider, digest, metadata, received_at,
                                 acknowledged_at, acknowledged_by, snoozed_until, muted_at, mutes_image, state_change_id,
                                 mute_change_id, note_change_id, note, stack, stack_guessed, search, platform, created)
        SELECT n.new_image, n.hostname, n.new_workload, n.status, n.provider, n.digest, n.metadata, n.received_at,
               s.acknowledged_at, s.acknowledged_by, s.snoozed_until, s.muted_at, s.mutes_image, s.state_change_id,
               s.mute_change_id, s.note_change_id, coalesce(nullif(s.note, ''), nullif(n.note, ''), n.any_note),
               k.stack, k.stack_guessed, k.search, k.platform, k.created
        FROM ranked n
        JOIN ranked s ON s.new_image = n.new_image AND s.hostname = n.hostname AND s.new_workload = n.new_workload
                      AND s.by_state = 1
        JOIN occurrence_keys k ON k.image = n.image AND k.hostname = n.hostname AND k.workload = n.workload
        WHERE n.by_time = 1""");
  }

  /** Actions can still be undone. If one has changed several rows that become one, one counts. */
  private void replaceSavedStates() {
    database.change(
        """
        CREATE TABLE replaced_change_occurrences AS
        SELECT c.*, k.new_image, k.new_workload
        FROM change_occurrences c
        JOIN occurrence_keys k ON k.image = c.image AND k.hostname = c.hostname AND k.workload = c.workload
        WHERE k.is_moved = 1""");
    database.change(
        """
        DELETE FROM change_occurrences WHERE (change_id, image, hostname, workload) IN (
          SELECT change_id, image, hostname, workload FROM replaced_change_occurrences)""");
    database.change(
        """
        INSERT INTO change_occurrences (change_id, image, hostname, workload, acknowledged_at, acknowledged_by,
                                        snoozed_until, muted_at, mutes_image, note, state_change_id, mute_change_id,
                                        note_change_id)
        SELECT change_id, new_image, hostname, new_workload, acknowledged_at, acknowledged_by,
               snoozed_until, muted_at, mutes_image, note, state_change_id, mute_change_id, note_change_id
        FROM replaced_change_occurrences
        ORDER BY CASE WHEN image = new_image AND workload = new_workload THEN 0 ELSE 1 END, image, workload
        ON CONFLICT DO NOTHING""");
  }

  void dropKeys() {
    database.change("DROP TABLE occurrence_keys");
  }
}
