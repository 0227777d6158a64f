package diundashboard.images;

import diundashboard.platform.database.Database;
import diundashboard.platform.database.Timestamps;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;

/** The table {@code updates}, one row for each image. */
@Dependent
public final class UpdateDao {

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
  public UpsertResult upsert(Image image, DiunEvent event, String body, Instant receivedAt) {
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
            row -> new UpsertResult(row.getInt(1) == 1, row.getString(2) != null),
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

  /**
   * How an image stood before an event.
   *
   * @param isNew whether it was not known
   * @param wasAcknowledged whether it was done
   */
  public record UpsertResult(boolean isNew, boolean wasAcknowledged) {}
}
