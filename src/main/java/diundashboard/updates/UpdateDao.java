package diundashboard.updates;

import diundashboard.database.Database;
import diundashboard.database.Timestamps;
import diundashboard.images.Image;
import diundashboard.search.Condition;
import diundashboard.tags.Tag;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The table {@code updates}, one row for each image. */
@Dependent
public final class UpdateDao {

  private static final Database.Row<String> IMAGE = row -> row.getString("image");

  private final Database database;

  @Inject
  public UpdateDao(Database database) {
    this.database = database;
  }

  /**
   * Replaces what is known of an image by a new event, and locks it until the transaction ends. The
   * image keeps its tag, and stays done if it was: see {@link #reopen}. Another digest than before
   * ends its snooze.
   *
   * @param body the notification as received
   */
  public Received upsert(Image image, Event event, String body, Instant receivedAt) {
    var metadata = event.metadata();
    var at = Timestamps.format(receivedAt);
    return database
        .changeReturning(
            """
            INSERT INTO updates (image, registry, name, diun_version, hostname, status, provider, hub_link, mime_type,
                                 digest, created, platform, ctn_name, ctn_id, ctn_state, ctn_status, received_at,
                                 pending_since, sent_image, body)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (image) DO UPDATE SET
              diun_version = excluded.diun_version,
              hostname = excluded.hostname,
              status = excluded.status,
              provider = excluded.provider,
              hub_link = excluded.hub_link,
              mime_type = excluded.mime_type,
              digest = excluded.digest,
              created = excluded.created,
              platform = excluded.platform,
              ctn_name = excluded.ctn_name,
              ctn_id = excluded.ctn_id,
              ctn_state = excluded.ctn_state,
              ctn_status = excluded.ctn_status,
              received_at = excluded.received_at,
              sent_image = excluded.sent_image,
              body = excluded.body,
              times_notified = updates.times_notified + 1,
              previous_digest = CASE WHEN updates.digest = excluded.digest THEN updates.previous_digest
                                     ELSE updates.digest END,
              snoozed_until = CASE WHEN updates.digest = excluded.digest AND excluded.digest <> ''
                                   THEN updates.snoozed_until END,
              snooze_id = CASE WHEN updates.digest = excluded.digest AND excluded.digest <> ''
                               THEN updates.snooze_id END
            RETURNING times_notified, acknowledged_at""",
            row -> new Received(row.getInt(1) == 1, row.getString(2) != null),
            image.key(),
            image.registry(),
            image.shortName(),
            event.diunVersion(),
            event.hostname(),
            event.status(),
            event.provider(),
            event.hubLink(),
            event.mimeType(),
            event.digest(),
            event.created(),
            event.platform(),
            metadata.workload(),
            metadata.ctnId(),
            metadata.ctnState(),
            metadata.ctnStatus(),
            at,
            at,
            event.image(),
            body)
        .orElseThrow();
  }

  /** Makes an image pending again that was done. */
  public void reopen(Image image, Instant at) {
    database.change(
        """
        UPDATE updates SET acknowledged_at = NULL, acknowledged_by = '', acknowledgement_id = NULL, pending_since = ?
        WHERE image = ?""",
        Timestamps.format(at),
        image.key());
  }

  /** Fulfilled by these images. */
  public Condition among(List<Image> images) {
    return Condition.of(
        "u.image IN " + database.dialect().elements(),
        Database.elements(images.stream().map(Image::key).toList()));
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
   * @param images a JSON array of keys
   * @param note an empty one leaves what is there
   */
  public List<String> complete(
      String images, long acknowledgementId, Instant at, String actor, String note) {
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
          AND image IN %s
        RETURNING image"""
            .formatted(database.dialect().elements()),
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
   * @param images a JSON array of keys
   */
  public List<String> reopenAll(String images) {
    return database.changeReturningAll(
        """
        UPDATE updates SET acknowledged_at = NULL, acknowledged_by = '', acknowledgement_id = NULL
        WHERE acknowledged_at IS NOT NULL
          AND EXISTS (SELECT 1 FROM occurrences o WHERE o.image = updates.image AND o.acknowledged_at IS NULL)
          AND image IN %s
        RETURNING image"""
            .formatted(database.dialect().elements()),
        IMAGE,
        images);
  }

  /**
   * Puts pending images off, and returns the keys.
   *
   * @param images a JSON array of keys
   * @param note an empty one leaves what is there
   */
  public List<String> snooze(String images, long snoozeId, Instant until, String note) {
    return database.changeReturningAll(
        """
        UPDATE updates SET snoozed_until = ?, snooze_id = ?, note = CASE WHEN ? = '' THEN note ELSE ? END
        WHERE acknowledged_at IS NULL AND image IN %s
        RETURNING image"""
            .formatted(database.dialect().elements()),
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
   * @param images a JSON array of keys
   */
  public List<String> wakeAll(String images) {
    return database.changeReturningAll(
        """
        UPDATE updates SET snoozed_until = NULL, snooze_id = NULL
        WHERE snoozed_until IS NOT NULL AND image IN %s
        RETURNING image"""
            .formatted(database.dialect().elements()),
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

  /**
   * How an image stood before an event.
   *
   * @param isNew whether it was not known
   * @param wasAcknowledged whether it was done
   */
  public record Received(boolean isNew, boolean wasAcknowledged) {}

  /** All updates by {@link Image#key()}, the newest first. */
  public Map<String, Update> all() {
    var updates = new LinkedHashMap<String, Update>();
    database
        .list(
            """
            SELECT u.image, u.diun_version, u.hostname, u.status, u.provider, u.hub_link, u.mime_type, u.digest,
                   u.created, u.platform, u.ctn_name, u.ctn_id, u.ctn_state, u.ctn_status, u.received_at,
                   u.acknowledged_at, u.sent_image, t.id AS tag_id, t.name AS tag_name
            FROM updates u
            LEFT JOIN tag_assignments a ON a.image = u.image
            LEFT JOIN tags t ON t.id = a.tag_id
            ORDER BY u.received_at DESC, u.image""",
            row -> Map.entry(row.getString("image"), update(row)))
        .forEach(entry -> updates.put(entry.getKey(), entry.getValue()));
    return updates;
  }

  private static Update update(ResultSet row) throws SQLException {
    return new Update(
        event(row),
        Timestamps.parse(row.getString("received_at")),
        row.getString("acknowledged_at") != null,
        tag(row));
  }

  private static Event event(ResultSet row) throws SQLException {
    return new Event(
        row.getString("diun_version"),
        row.getString("hostname"),
        row.getString("status"),
        row.getString("provider"),
        firstOf(row.getString("sent_image"), row.getString("image")),
        row.getString("hub_link"),
        row.getString("mime_type"),
        row.getString("digest"),
        firstOf(row.getString("created"), Event.CREATED_UNKNOWN),
        row.getString("platform"),
        new Event.Metadata(
            row.getString("ctn_name"),
            row.getString("ctn_id"),
            row.getString("ctn_state"),
            row.getString("ctn_status")));
  }

  private static Tag tag(ResultSet row) throws SQLException {
    var name = row.getString("tag_name");
    return name == null ? null : new Tag(row.getInt("tag_id"), name);
  }

  /** The second where the first is empty, as in rows that the Go original wrote. */
  private static String firstOf(String text, String otherwise) {
    return text.isEmpty() ? otherwise : text;
  }
}
