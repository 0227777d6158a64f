package diundashboard.inbox;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;
import static java.util.Comparator.reverseOrder;

import diundashboard.inbox.Facet.FacetCount;
import diundashboard.platform.database.Condition;
import diundashboard.platform.database.Database;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** How many images there are; what these statements read grows with the tables. */
@Dependent
public final class FacetDao {

  /** Hosts and stacks are as many as whoever sends has names for. */
  private static final int MAX_COUNTS = 1000;

  private static final Comparator<FacetCount> MOST_FIRST =
      comparing(FacetCount::count, reverseOrder())
          .thenComparing(FacetCount::key, nullsFirst(naturalOrder()));

  private final Database database;

  @Inject
  public FacetDao(Database database) {
    this.database = database;
  }

  long total(InboxFilter filter, Instant now) {
    var condition = filter.condition(now);
    return database
        .find(
            "SELECT count(*) FROM updates u WHERE " + condition.sql(),
            row -> row.getLong(1),
            condition.parameters().toArray())
        .orElseThrow();
  }

  /** How many images of a list have a tag, host, registry or stack in common, the most first. */
  List<FacetCount> counts(Facet facet, InboxFilter filter, Instant now) {
    var condition = filter.condition(now);
    var counts =
        switch (facet) {
          case TAG ->
              counts(
                  "t.name",
                  "t.name",
                  "count(*)",
                  """
                  updates u
                  LEFT JOIN tag_assignments a ON a.image = u.image
                  LEFT JOIN tags t ON t.id = a.tag_id""",
                  condition);
          case REGISTRY -> counts("u.registry", "u.registry", "count(*)", "updates u", condition);
          case HOST ->
              counts(
                  "coalesce(n.host, o.hostname)",
                  "coalesce(n.name, n.host, o.hostname)",
                  "count(DISTINCT u.image)",
                  """
                  updates u
                  JOIN occurrences o ON o.image = u.image
                  LEFT JOIN host_names n ON n.hostname = o.hostname""",
                  condition.and(counting(filter)));
          case STACK ->
              counts(
                  "nullif(o.stack, '')",
                  "nullif(o.stack, '')",
                  "count(DISTINCT u.image)",
                  "updates u JOIN occurrences o ON o.image = u.image",
                  condition.and(counting(filter)));
        };
    return counts.stream().sorted(MOST_FIRST).limit(MAX_COUNTS).toList();
  }

  /** Where something is to be done, what is done already does not count. */
  private static Condition counting(InboxFilter filter) {
    return filter.state().isOpen() ? Condition.of("o.acknowledged_at IS NULL") : Condition.ANY;
  }

  private List<FacetCount> counts(
      String key, String name, String count, String tables, Condition condition) {
    return database.list(
        "SELECT %s, %s, %s FROM %s WHERE %s GROUP BY 1, 2"
            .formatted(key, name, count, tables, condition.sql()),
        row -> new FacetCount(row.getString(1), row.getString(2), row.getLong(3)),
        condition.parameters().toArray());
  }
}
