package diundashboard.images;

import static java.util.stream.Collectors.toMap;

import diundashboard.platform.database.Database;
import diundashboard.platform.database.NamedParameters;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** The table {@code occurrences}, one row for each image, host and workload. */
@Dependent
public final class OccurrenceDao {

  private static final String INSERT =
      """
      WITH received (image, hostname, workload, status, provider, digest, created, platform, stack,
                     stack_guessed, metadata, search, received_at, repository, change_rank, change_from, change_to,
                     hold_from) AS (
        VALUES (:image, :hostname, :workload, :status, :provider, :digest, :created, :platform, :stack,
                :stack_guessed, :metadata, :search, :received_at, :repository, :change_rank, :change_from, :change_to,
                :hold_from)
      )
      INSERT INTO occurrences (image, hostname, workload, status, provider, digest, created, platform, stack,
                               stack_guessed, metadata, search, received_at, repository, change_rank, change_from,
                               change_to, hold_from, muted_at, mutes_image, mute_change_id)
      SELECT r.image, r.hostname, r.workload, r.status, r.provider, r.digest, r.created, r.platform, r.stack,
             r.stack_guessed, r.metadata, r.search, r.received_at, r.repository,
             CAST(r.change_rank AS INTEGER), r.change_from, r.change_to,
             CASE WHEN EXISTS (SELECT 1 FROM tags t WHERE t.hold IS NOT NULL)
                    OR EXISTS (SELECT 1 FROM image_holds h WHERE h.image = r.repository)
                  THEN r.received_at ELSE r.hold_from END,
             (SELECT max(m.muted_at) FROM occurrences m WHERE m.image = r.image AND m.mutes_image = 1),
             (SELECT coalesce(max(m.mutes_image), 0) FROM occurrences m WHERE m.image = r.image AND m.mutes_image = 1),
             (SELECT max(m.mute_change_id) FROM occurrences m WHERE m.image = r.image AND m.mutes_image = 1)
      FROM received r WHERE TRUE ORDER BY r.image
      """;

  private static final String SAME_DIGEST =
      "occurrences.digest = excluded.digest AND excluded.digest <> ''";

  private static final String UPSERT = upsert("FALSE");
  private static final String UPSERT_KEEPING_DONE = upsert(SAME_DIGEST);

  private final Database database;

  @Inject
  public OccurrenceDao(Database database) {
    this.database = database;
  }

  /**
   * @param staysDone condition under which an acknowledged occurrence stays so
   */
  private static String upsert(String staysDone) {
    return INSERT
        + """
        ON CONFLICT (image, hostname, workload) DO UPDATE SET
          status = excluded.status,
          provider = excluded.provider,
          digest = excluded.digest,
          created = excluded.created,
          platform = excluded.platform,
          stack = excluded.stack,
          stack_guessed = excluded.stack_guessed,
          metadata = excluded.metadata,
          search = excluded.search,
          received_at = excluded.received_at,
          acknowledged_at = CASE WHEN %2$s THEN occurrences.acknowledged_at END,
          acknowledged_by = CASE WHEN %2$s THEN occurrences.acknowledged_by ELSE '' END,
          snoozed_until = CASE WHEN %1$s THEN occurrences.snoozed_until END,
          hold_from = CASE WHEN occurrences.digest = excluded.digest THEN occurrences.hold_from
                           ELSE excluded.hold_from END,
          state_change_id = CASE
            WHEN %1$s AND occurrences.snoozed_until IS NOT NULL OR %2$s AND occurrences.acknowledged_at IS NOT NULL
            THEN occurrences.state_change_id END
        RETURNING image, state, hold_from"""
            .formatted(SAME_DIGEST, staysDone);
  }

  /**
   * Stores the latest events of occurrences. An event makes its occurrence pending, except that a
   * snooze lasts until the digest changes. A mute stays, and a new occurrence of a muted image is
   * muted.
   *
   * @param events at most one of each image; the images are locked
   * @param sameDigestStaysDone true if an acknowledged occurrence stays so until its digest changes
   * @param mayHold true if the setting holds new digests back, as tags and images may do
   * @return the state of the occurrence, by the key of its image
   */
  public Map<String, Upserted> upsert(
      List<ReceivedEvent> events, boolean sameDigestStaysDone, boolean mayHold) {
    return database
        .changeRowsReturning(
            sameDigestStaysDone ? UPSERT_KEEPING_DONE : UPSERT,
            row -> {
              var isPending = row.getString(2).equals("pending");
              return Map.entry(
                  row.getString(1), new Upserted(isPending, isPending && row.getString(3) != null));
            },
            events.stream()
                .map(event -> parametersOf(event).with("hold_from", mayHold ? event.at() : null))
                .toList())
        .stream()
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /**
   * Stores the events of occurrences that are not known, and nothing of the others.
   *
   * @param events at most one of each image
   * @return the keys of the images whose occurrences are new
   */
  public List<String> insertMissing(List<ReceivedEvent> events) {
    return database.changeRowsReturning(
        INSERT + "ON CONFLICT DO NOTHING RETURNING image",
        row -> row.getString(1),
        events.stream().map(event -> parametersOf(event).with("hold_from", null)).toList());
  }

  /**
   * An occurrence after an event.
   *
   * @param mayBeHeld true if it is pending, and nothing has decided yet whether it is held back
   */
  public record Upserted(boolean isPending, boolean mayBeHeld) {}

  private static NamedParameters parametersOf(ReceivedEvent received) {
    var occurrence = received.occurrence();
    var key = received.key();
    var stack = occurrence.stack();
    var change = received.change();
    return NamedParameters.of("image", key)
        .with("hostname", occurrence.hostname())
        .with("workload", occurrence.workload())
        .with("status", occurrence.status())
        .with("provider", occurrence.provider())
        .with("digest", occurrence.digest())
        .with("created", occurrence.created())
        .with("platform", occurrence.platform())
        .with("stack", stack.name())
        .with("stack_guessed", stack.isGuessed() ? 1 : 0)
        .with("metadata", occurrence.metadata())
        .with(
            "search",
            SearchText.of(
                key,
                occurrence.hostname(),
                occurrence.workload(),
                stack.name(),
                occurrence.metadata()))
        .with("received_at", received.at())
        .with("repository", TagGroup.of(received).repository())
        .with("change_rank", change.kind().rank())
        .with("change_from", change.from())
        .with("change_to", change.to());
  }
}
