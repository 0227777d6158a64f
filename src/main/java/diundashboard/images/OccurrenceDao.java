package diundashboard.images;

import diundashboard.platform.database.Condition;
import diundashboard.platform.database.Database;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The table {@code occurrences}, one row for each image, host and workload. */
@Dependent
public final class OccurrenceDao {

  /** More of the metadata than this is not searched. */
  private static final int MAX_SEARCH_LENGTH = 4000;

  private final Database database;

  @Inject
  public OccurrenceDao(Database database) {
    this.database = database;
  }

  /**
   * Keeps what was last said of an occurrence, and says whether it is pending now.
   *
   * @param sameDigestStaysDone whether one that was acknowledged stays so until its digest changes
   */
  public boolean upsert(Occurrence occurrence, Instant receivedAt, boolean sameDigestStaysDone) {
    return database
        .changeReturning(
            """
            INSERT INTO occurrences (image, hostname, workload, status, provider, digest, stack, metadata, search,
                                     received_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (image, hostname, workload) DO UPDATE SET
              status = excluded.status,
              provider = excluded.provider,
              digest = excluded.digest,
              stack = excluded.stack,
              metadata = excluded.metadata,
              search = excluded.search,
              received_at = excluded.received_at,
              acknowledged_at = CASE WHEN ? AND occurrences.digest = excluded.digest AND excluded.digest <> ''
                                     THEN occurrences.acknowledged_at END,
              acknowledgement_id = NULL
            RETURNING acknowledged_at""",
            row -> row.getString(1) == null,
            occurrence.image().key(),
            occurrence.hostname(),
            occurrence.workload(),
            occurrence.status(),
            occurrence.provider(),
            occurrence.digest(),
            occurrence.stack(),
            occurrence.metadata(),
            searchOf(occurrence),
            receivedAt,
            sameDigestStaysDone)
        .orElseThrow();
  }

  /**
   * Acknowledges what is pending of some images, and returns the keys of those that had any.
   *
   * @param images keys
   * @param hostname the only host, or null
   * @param workload the only workload, or null
   */
  public Set<String> acknowledge(
      Collection<String> images,
      String hostname,
      String workload,
      long acknowledgementId,
      Instant at) {
    var place = placeOf(hostname, workload);
    return new TreeSet<>(
        database.changeReturningAll(
            """
            UPDATE occurrences AS o SET acknowledged_at = ?, acknowledgement_id = ?
            WHERE acknowledged_at IS NULL AND image IN (?...) AND %s
            RETURNING image"""
                .formatted(place.sql()),
            row -> row.getString("image"),
            place.parameters(List.of(at, acknowledgementId, images), List.of())));
  }

  /** Takes back what is left of an acknowledgement, and returns the keys of the images. */
  public Set<String> unacknowledge(long acknowledgementId) {
    return new TreeSet<>(
        database.changeReturningAll(
            """
            UPDATE occurrences SET acknowledged_at = NULL, acknowledgement_id = NULL
            WHERE acknowledgement_id = ?
            RETURNING image""",
            row -> row.getString("image"),
            acknowledgementId));
  }

  /**
   * Takes back whatever was acknowledged of images, and returns the keys of those.
   *
   * @param images keys
   */
  public Set<String> unacknowledgeAll(Collection<String> images) {
    return new TreeSet<>(
        database.changeReturningAll(
            """
            UPDATE occurrences SET acknowledged_at = NULL, acknowledgement_id = NULL
            WHERE acknowledged_at IS NOT NULL AND image IN (?...)
            RETURNING image""",
            row -> row.getString("image"),
            images));
  }

  /** Fulfilled by updates that are pending in a place; null for any host, any workload. */
  public static Condition pendingAt(String hostname, String workload) {
    var place = placeOf(hostname, workload);
    return new Condition(
        "EXISTS (SELECT 1 FROM occurrences o WHERE o.image = u.image AND o.acknowledged_at IS NULL AND "
            + place.sql()
            + ")",
        place.parameters());
  }

  /**
   * Fulfilled by occurrences {@code o} in a place. A host counts with all that was merged into it.
   */
  private static Condition placeOf(String hostname, String workload) {
    var conditions = new ArrayList<Condition>();
    if (hostname != null) {
      conditions.add(
          Condition.of(
              """
              o.hostname IN (SELECT h.hostname FROM hosts h JOIN hosts c ON c.hostname = h.canonical
                             WHERE ? IN (h.hostname, c.hostname, nullif(c.display_name, '')))""",
              hostname));
    }
    if (workload != null) conditions.add(Condition.of("o.workload = ?", workload));
    return Condition.all(conditions);
  }

  /** All that a word of a search may be in. */
  private static String searchOf(Occurrence occurrence) {
    var text =
        String.join(
                " ",
                occurrence.image().key(),
                occurrence.hostname(),
                occurrence.workload(),
                occurrence.stack())
            + " "
            + String.join(" ", occurrence.metadata().values());
    return text.substring(0, Math.min(text.length(), MAX_SEARCH_LENGTH)).toLowerCase(Locale.ROOT);
  }
}
