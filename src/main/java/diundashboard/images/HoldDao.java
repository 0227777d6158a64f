package diundashboard.images;

import diundashboard.platform.config.HoldPolicy;
import diundashboard.platform.database.Database;
import diundashboard.platform.database.NamedParameters;
import diundashboard.platform.database.Timestamps;
import diundashboard.versions.ChangeKind;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Holds occurrences back: they are snoozed for a time after the first report of their digest. The
 * column {@code hold_from} is the time of that report. It is null if the digest is not held back,
 * or not any more.
 */
@Dependent
public final class HoldDao {

  /** Matches occurrences {@code o} that are held back. */
  public static final String IS_HELD = "(o.state = 'snoozed' AND o.hold_from IS NOT NULL)";

  private final Database database;

  @Inject
  public HoldDao(Database database) {
    this.database = database;
  }

  /**
   * An occurrence that may be held back.
   *
   * @param image its key
   * @param policy of the image or its tag; null if they have none
   */
  private record Candidate(
      String image,
      String hostname,
      String workload,
      ChangeKind kind,
      Instant reportedAt,
      String policy) {

    Instant end(HoldPolicy others) {
      var hold = policy == null ? others : HoldPolicy.parse(policy).orElse(others);
      return reportedAt.plus(hold.of(kind.value()));
    }

    NamedParameters parameters(HoldPolicy others, Instant now) {
      var end = end(others);
      return NamedParameters.of("image", image)
          .with("hostname", hostname)
          .with("workload", workload)
          .with("until", end.isAfter(now) ? end : null);
    }
  }

  /**
   * Holds the occurrences of events back if they are pending, their images are locked, and the hold
   * of their digest has not ended.
   *
   * @param policy for images that have none, nor their tags
   * @return the keys of the images
   */
  List<String> hold(Collection<ReceivedEvent> events, HoldPolicy policy, Instant now) {
    return database.changeRowsReturning(
        """
        WITH decided (image, hostname, workload, until) AS (
          VALUES (:image, :hostname, :workload, :until)
        )
        UPDATE occurrences SET snoozed_until = d.until,
                               hold_from = CASE WHEN d.until IS NOT NULL THEN occurrences.hold_from END
        FROM decided d
        WHERE occurrences.image = d.image AND occurrences.hostname = d.hostname AND occurrences.workload = d.workload
        RETURNING occurrences.image""",
        row -> row.getString(1),
        candidates(events).stream().map(each -> each.parameters(policy, now)).toList());
  }

  private List<Candidate> candidates(Collection<ReceivedEvent> events) {
    return database.changeRowsReturning(
        """
        WITH received (image, hostname, workload) AS (VALUES (:image, :hostname, :workload))
        SELECT o.image, o.hostname, o.workload, o.change_rank, o.hold_from, coalesce(h.hold, t.hold) AS hold
        FROM received r
        JOIN occurrences o ON o.image = r.image AND o.hostname = r.hostname AND o.workload = r.workload
        LEFT JOIN tag_assignments a ON a.image = o.image
        LEFT JOIN tags t ON t.id = a.tag_id
        LEFT JOIN image_holds h ON h.image = o.repository
        WHERE o.state = 'pending' AND o.hold_from IS NOT NULL""",
        HoldDao::candidate,
        events.stream().map(HoldDao::parametersOf).toList());
  }

  private static NamedParameters parametersOf(ReceivedEvent event) {
    return NamedParameters.of("image", event.key())
        .with("hostname", event.occurrence().hostname())
        .with("workload", event.occurrence().workload());
  }

  private static Candidate candidate(ResultSet row) throws SQLException {
    return new Candidate(
        row.getString("image"),
        row.getString("hostname"),
        row.getString("workload"),
        ChangeKind.ofRank(row.getInt("change_rank")),
        Timestamps.parse(row.getString("hold_from")),
        row.getString("hold"));
  }

  /** Returns the tags at the places of images whose holds are due. */
  public List<TagGroup> due(Collection<String> images, Instant now) {
    return database.changeReturningAll(
        """
        SELECT DISTINCT o.hostname, o.workload, o.repository FROM occurrences o
        WHERE o.image IN (?...) AND o.snoozed_until <= ? AND %s"""
            .formatted(IS_HELD),
        row -> new TagGroup(row.getString(1), row.getString(2), row.getString(3)),
        images,
        now);
  }
}
