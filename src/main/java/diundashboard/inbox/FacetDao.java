package diundashboard.inbox;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import diundashboard.images.HoldDao;
import diundashboard.inbox.Facet.FacetCount;
import diundashboard.platform.database.Columns;
import diundashboard.platform.database.Condition;
import diundashboard.platform.database.Database;
import diundashboard.versions.ChangeKind;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Counts the images that a search finds. These statements read all of them. */
@Dependent
public final class FacetDao {

  /** The states of occurrences as the search key {@code is:} names them. Some have two. */
  private static final String STATES =
      """
      (SELECT image, CASE state WHEN 'acknowledged' THEN 'done' ELSE state END AS state FROM found
       UNION ALL
       SELECT image, 'held' FROM found WHERE is_held) found""";

  private static final String KIND =
      Stream.of(ChangeKind.values())
          .map(kind -> "WHEN %d THEN '%s'".formatted(kind.rank(), kind.value()))
          .collect(joining(" ", "CASE change_rank ", " END"));

  private final Database database;

  @Inject
  public FacetDao(Database database) {
    this.database = database;
  }

  /** Returns the number of images that match a condition. */
  long total(Condition images) {
    return database
        .find(
            "SELECT count(*) FROM updates u WHERE " + images.sql(),
            row -> row.getLong(1),
            images.parameters().toArray())
        .orElseThrow();
  }

  /** Returns the number of images for each value of a facet, in no order. */
  List<FacetCount> counts(Facet facet, ResolvedQuery query) {
    return switch (facet) {
      case TAG ->
          countImages(
              "t.name",
              """
              found
              LEFT JOIN tag_assignments a ON a.image = found.image
              LEFT JOIN tags t ON t.id = a.tag_id""",
              query);
      case REGISTRY -> countImages("registry", "found", query);
      case HOST ->
          countOccurrences(
              "coalesce(n.host, found.hostname)",
              "coalesce(n.name, n.host, found.hostname)",
              "found LEFT JOIN host_names n ON n.hostname = found.hostname",
              query);
      case STACK ->
          countOccurrences("lower(nullif(stack, ''))", "nullif(stack, '')", "found", query);
      case WORKLOAD ->
          countOccurrences("lower(nullif(workload, ''))", "nullif(workload, '')", "found", query);
      case STATE -> countOccurrences("state", "state", STATES, query);
      case KIND -> countOccurrences(KIND, KIND, "found", query);
    };
  }

  private List<FacetCount> countImages(String key, String tables, ResolvedQuery query) {
    return count(
        "SELECT u.image, u.registry FROM updates u",
        query.images(),
        "SELECT %1$s, min(%1$s%2$s), count(*) FROM %3$s GROUP BY 1"
            .formatted(key, database.dialect().collateC(), tables));
  }

  private List<FacetCount> countOccurrences(
      String key, String name, String tables, ResolvedQuery query) {
    return count(
        """
        SELECT o.image, o.hostname, o.stack, o.workload, o.state, o.change_rank, %s AS is_held
        FROM updates u JOIN occurrences o ON o.image = u.image"""
            .formatted(HoldDao.IS_HELD),
        query.occurrences(),
        "SELECT %s, min(%s%s), count(DISTINCT found.image) FROM %s GROUP BY 1"
            .formatted(key, name, database.dialect().collateC(), tables));
  }

  /**
   * Returns since when the oldest image of each kind is pending. Kinds without one are absent.
   *
   * @param query finds pending images
   */
  Map<ChangeKind, Instant> oldest(ResolvedQuery query) {
    return database
        .list(
            """
            SELECT o.change_rank, min(u.pending_since) AS pending_since
            FROM updates u JOIN occurrences o ON o.image = u.image
            WHERE %s GROUP BY o.change_rank"""
                .formatted(query.occurrences().sql()),
            row ->
                Map.entry(
                    ChangeKind.ofRank(row.getInt("change_rank")),
                    Columns.instant(row, "pending_since")),
            query.occurrences().parameters().toArray())
        .stream()
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** The search is evaluated first. SQLite's plans of both together can take minutes. */
  private List<FacetCount> count(String found, Condition condition, String counts) {
    return database.list(
        "WITH found AS MATERIALIZED (%s WHERE %s) %s".formatted(found, condition.sql(), counts),
        row -> new FacetCount(row.getString(1), row.getString(2), row.getLong(3)),
        condition.parameters().toArray());
  }
}
