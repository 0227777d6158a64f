package diundashboard.images;

import diundashboard.platform.database.Database;
import diundashboard.platform.database.NamedParameters;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The table {@code occurrences}, one row for each image, host and workload. */
@Dependent
public final class OccurrenceDao {

  private static final Database.Row<String> IMAGE = row -> row.getString("image");

  private final Database database;

  @Inject
  public OccurrenceDao(Database database) {
    this.database = database;
  }

  /**
   * Stores the latest event of an occurrence.
   *
   * @param sameDigestStaysDone true if an acknowledged occurrence stays so until its digest changes
   * @return whether the occurrence is pending
   */
  public boolean upsert(Occurrence occurrence, Instant receivedAt, boolean sameDigestStaysDone) {
    return database
        .changeReturning(
            """
            INSERT INTO occurrences (image, hostname, workload, status, provider, digest, stack, metadata, search,
                                     received_at)
            VALUES (:image, :hostname, :workload, :status, :provider, :digest, :stack, :metadata, :search, :received_at)
            ON CONFLICT (image, hostname, workload) DO UPDATE SET
              status = excluded.status,
              provider = excluded.provider,
              digest = excluded.digest,
              stack = excluded.stack,
              metadata = excluded.metadata,
              search = excluded.search,
              received_at = excluded.received_at,
              acknowledged_at = CASE WHEN :same_digest_stays_done
                                          AND occurrences.digest = excluded.digest AND excluded.digest <> ''
                                     THEN occurrences.acknowledged_at END,
              acknowledgement_id = NULL
            RETURNING acknowledged_at""",
            row -> row.getString(1) == null,
            NamedParameters.of("image", occurrence.image().key())
                .with("hostname", occurrence.hostname())
                .with("workload", occurrence.workload())
                .with("status", occurrence.status())
                .with("provider", occurrence.provider())
                .with("digest", occurrence.digest())
                .with("stack", occurrence.stack())
                .with("metadata", occurrence.metadata())
                .with(
                    "search",
                    SearchText.of(
                        occurrence.image().key(),
                        occurrence.hostname(),
                        occurrence.workload(),
                        occurrence.stack(),
                        occurrence.metadata()))
                .with("received_at", receivedAt)
                .with("same_digest_stays_done", sameDigestStaysDone))
        .orElseThrow();
  }

  /**
   * Acknowledges the pending occurrences of images.
   *
   * @param host the only host, or null for all
   * @param workload the only workload, or null for all
   * @return keys of the images that had any, sorted
   */
  Set<String> acknowledge(
      Collection<String> images, String host, String workload, ActionStamp stamp) {
    var place = UpdateConditions.occurrenceAt(host, workload);
    return new TreeSet<>(
        database.changeReturningAll(
            """
            UPDATE occurrences AS o SET acknowledged_at = ?, acknowledgement_id = ?
            WHERE acknowledged_at IS NULL AND image IN (?...) AND %s
            RETURNING image"""
                .formatted(place.sql()),
            IMAGE,
            place.parameters(List.of(stamp.at(), stamp.id(), images), List.of())));
  }

  /** Undoes what is left of an acknowledgement, and returns the keys of the images, sorted. */
  Set<String> unacknowledge(long acknowledgementId) {
    return new TreeSet<>(
        database.changeReturningAll(
            """
            UPDATE occurrences SET acknowledged_at = NULL, acknowledgement_id = NULL
            WHERE acknowledgement_id = ?
            RETURNING image""",
            IMAGE,
            acknowledgementId));
  }

  /** Undoes all acknowledgements of images, and returns the keys of those that had any, sorted. */
  Set<String> unacknowledgeAll(Collection<String> images) {
    return new TreeSet<>(
        database.changeReturningAll(
            """
            UPDATE occurrences SET acknowledged_at = NULL, acknowledgement_id = NULL
            WHERE acknowledged_at IS NOT NULL AND image IN (?...)
            RETURNING image""",
            IMAGE,
            images));
  }
}
