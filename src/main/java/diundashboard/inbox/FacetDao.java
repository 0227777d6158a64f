package diundashboard.inbox;

import diundashboard.inbox.Facet.FacetCount;
import diundashboard.platform.database.Condition;
import diundashboard.platform.database.Database;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;

/** Counts the images that a search finds. These statements read all of them. */
@Dependent
public final class FacetDao {

  /** The state of an occurrence as the search key {@code is:} names it. */
  private static final String STATE_IN_SEARCHES =
      "CASE o.state WHEN 'acknowledged' THEN 'done' ELSE o.state END";

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
    var images = query.images();
    return switch (facet) {
      case TAG ->
          counts(
              "t.name",
              "t.name",
              "count(*)",
              """
                  updates u
                  LEFT JOIN tag_assignments a ON a.image = u.image
                  LEFT JOIN tags t ON t.id = a.tag_id""",
              images);
      case REGISTRY -> counts("u.registry", "u.registry", "count(*)", "updates u", images);
      case HOST ->
          counts(
              "coalesce(n.host, o.hostname)",
              "coalesce(n.name, n.host, o.hostname)",
              "count(DISTINCT u.image)",
              """
                  updates u
                  JOIN occurrences o ON o.image = u.image
                  LEFT JOIN host_names n ON n.hostname = o.hostname""",
              query.occurrences());
      case STACK ->
          counts(
              "lower(nullif(o.stack, ''))",
              "nullif(o.stack, '')",
              "count(DISTINCT u.image)",
              "updates u JOIN occurrences o ON o.image = u.image",
              query.occurrences());
      case STATE ->
          counts(
              STATE_IN_SEARCHES,
              STATE_IN_SEARCHES,
              "count(DISTINCT u.image)",
              "updates u JOIN occurrences o ON o.image = u.image",
              query.occurrences());
    };
  }

  private List<FacetCount> counts(
      String key, String name, String count, String tables, Condition condition) {
    return database.list(
        "SELECT %s, min(%s%s), %s FROM %s WHERE %s GROUP BY 1"
            .formatted(key, name, database.dialect().collateC(), count, tables, condition.sql()),
        row -> new FacetCount(row.getString(1), row.getString(2), row.getLong(3)),
        condition.parameters().toArray());
  }
}
