package diundashboard.images;

import static java.util.stream.Collectors.toMap;

import diundashboard.platform.database.Database;
import diundashboard.platform.database.NamedParameters;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Writes events to the table {@code updates}, which has one row for each image. */
@Dependent
public final class UpdateDao {

  private static final String INSERT =
      """
      WITH received (image, registry, name, diun_version, hostname, status, provider, hub_link, mime_type,
                     digest, created, platform, ctn_name, ctn_id, ctn_state, ctn_status, received_at,
                     sent_image, change_rank, change_from, change_to) AS (
        VALUES (:image, :registry, :name, :diun_version, :hostname, :status, :provider, :hub_link, :mime_type,
                :digest, :created, :platform, :ctn_name, :ctn_id, :ctn_state, :ctn_status, :received_at,
                :sent_image, :change_rank, :change_from, :change_to)
      )
      INSERT INTO updates (image, registry, name, diun_version, hostname, status, provider, hub_link, mime_type,
                           digest, created, platform, ctn_name, ctn_id, ctn_state, ctn_status, received_at,
                           pending_since, sent_image, change_rank, change_from, change_to)
      SELECT image, registry, name, diun_version, hostname, status, provider, hub_link, mime_type,
             digest, created, platform, ctn_name, ctn_id, ctn_state, ctn_status, received_at,
             received_at, sent_image, CAST(change_rank AS INTEGER), change_from, change_to
      FROM received WHERE TRUE ORDER BY image
      """;

  private final Database database;

  @Inject
  public UpdateDao(Database database) {
    this.database = database;
  }

  /**
   * Limits each wait of the transaction for a lock.
   *
   * @see diundashboard.platform.database.LockTimeoutException
   */
  void limitLockWaits() {
    database
        .dialect()
        .limitLockWaits()
        .ifPresent(limit -> database.changeReturningAll(limit, row -> true));
  }

  /**
   * Stores the latest events of images, and locks the images in order until the transaction ends.
   * Their tags and their states stay. The caller logs the notifications, with their bodies.
   *
   * @param events at most one of each image
   * @return the state before the event, by key
   */
  public Map<String, UpsertResult> upsert(List<ReceivedEvent> events) {
    return database
        .changeRowsReturning(
            INSERT
                + """
            ON CONFLICT (image) DO UPDATE SET
              registry = excluded.registry,
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
              body = '',
              times_notified = updates.times_notified + 1,
              previous_digest = CASE WHEN updates.digest = excluded.digest THEN updates.previous_digest
                                     ELSE updates.digest END
            RETURNING image, times_notified, state, change_rank""",
            row ->
                Map.entry(
                    row.getString(1),
                    new UpsertResult(
                        row.getInt(2) == 1, UpdateState.of(row.getString(3)), row.getInt(4))),
            events.stream().map(UpdateDao::parametersOf).toList())
        .stream()
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /**
   * Stores events of images that have none.
   *
   * @param events at most one of each image
   */
  void insertMissing(List<ReceivedEvent> events) {
    database.changeRows(
        INSERT + "ON CONFLICT DO NOTHING", events.stream().map(UpdateDao::parametersOf).toList());
  }

  private static NamedParameters parametersOf(ReceivedEvent received) {
    var image = received.occurrence().image();
    var event = received.event();
    var metadata = event.metadata();
    var change = received.change();
    return NamedParameters.of("image", image.key())
        .with("registry", image.registry())
        .with("name", image.shortName())
        .with("diun_version", event.diunVersion())
        .with("hostname", event.hostname())
        .with("status", event.status())
        .with("provider", event.provider())
        .with("hub_link", event.hubLink())
        .with("mime_type", event.mimeType())
        .with("digest", event.digest())
        .with("created", event.created())
        .with("platform", event.platform())
        .with("ctn_name", metadata.ctnName())
        .with("ctn_id", metadata.ctnId())
        .with("ctn_state", metadata.ctnState())
        .with("ctn_status", metadata.ctnStatus())
        .with("received_at", received.at())
        .with("sent_image", event.image())
        .with("change_rank", change.kind().rank())
        .with("change_from", change.from())
        .with("change_to", change.to());
  }

  /** Sets when an image became pending. */
  void setPendingSince(Image image, Instant at) {
    database.change("UPDATE updates SET pending_since = ? WHERE image = ?", at, image.key());
  }

  /**
   * The state of an image before an event.
   *
   * @param isNew true if the image was unknown
   * @param state pending if it was unknown
   * @param changeRank of what it changed; of the event if it was unknown
   */
  public record UpsertResult(boolean isNew, UpdateState state, int changeRank) {}
}
