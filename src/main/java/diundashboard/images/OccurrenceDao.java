package diundashboard.images;

import diundashboard.platform.database.Database;
import diundashboard.platform.database.NamedParameters;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;

/** The table {@code occurrences}, one row for each image, host and workload. */
@Dependent
public final class OccurrenceDao {

  private static final String SAME_DIGEST =
      "occurrences.digest = excluded.digest AND excluded.digest <> ''";

  private final Database database;

  @Inject
  public OccurrenceDao(Database database) {
    this.database = database;
  }

  /**
   * Stores the latest event of an occurrence. The event makes it pending, except that a snooze
   * lasts until the digest changes. A mute stays, and a new occurrence of a muted image is muted.
   *
   * @param sameDigestStaysDone true if an acknowledged occurrence stays so until its digest changes
   * @return whether the occurrence is pending
   */
  public boolean upsert(Occurrence occurrence, Instant receivedAt, boolean sameDigestStaysDone) {
    return database
        .changeReturning(
            """
            INSERT INTO occurrences (image, hostname, workload, status, provider, digest, created, platform, stack,
                                     stack_guessed, metadata, search, received_at, muted_at, mutes_image, mute_change_id)
            SELECT :image, :hostname, :workload, :status, :provider, :digest, :created, :platform, :stack,
                   :stack_guessed, :metadata, :search, :received_at, max(m.muted_at), coalesce(max(m.mutes_image), 0), max(m.mute_change_id)
            FROM occurrences m WHERE m.image = :image AND m.mutes_image = 1
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
              acknowledged_at = CASE WHEN %1$s AND :same_digest_stays_done THEN occurrences.acknowledged_at END,
              acknowledged_by = CASE WHEN %1$s AND :same_digest_stays_done THEN occurrences.acknowledged_by ELSE '' END,
              snoozed_until = CASE WHEN %1$s THEN occurrences.snoozed_until END,
              state_change_id = CASE
                WHEN %1$s AND (occurrences.snoozed_until IS NOT NULL
                               OR occurrences.acknowledged_at IS NOT NULL AND :same_digest_stays_done)
                THEN occurrences.state_change_id END
            RETURNING state"""
                .formatted(SAME_DIGEST),
            row -> row.getString(1).equals("pending"),
            NamedParameters.of("image", occurrence.image().key())
                .with("hostname", occurrence.hostname())
                .with("workload", occurrence.workload())
                .with("status", occurrence.status())
                .with("provider", occurrence.provider())
                .with("digest", occurrence.digest())
                .with("created", occurrence.created())
                .with("platform", occurrence.platform())
                .with("stack", occurrence.stack().name())
                .with("stack_guessed", occurrence.stack().isGuessed() ? 1 : 0)
                .with("metadata", occurrence.metadata())
                .with(
                    "search",
                    SearchText.of(
                        occurrence.image().key(),
                        occurrence.hostname(),
                        occurrence.workload(),
                        occurrence.stack().name(),
                        occurrence.metadata()))
                .with("received_at", receivedAt)
                .with("same_digest_stays_done", sameDigestStaysDone))
        .orElseThrow();
  }
}
