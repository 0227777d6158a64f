package diundashboard.insights;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import diundashboard.insights.Insights.HostShare;
import diundashboard.insights.Insights.RegistryShare;
import diundashboard.insights.Insights.Share;
import diundashboard.insights.Insights.TagShare;
import diundashboard.platform.database.Database;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Computes statistics from the current state, each in one statement. */
@Dependent
public final class InsightsDao {

  private final Database database;

  @Inject
  public InsightsDao(Database database) {
    this.database = database;
  }

  List<TagShare> byTag(ReportingPeriod period) {
    return sortByCount(
        database.list(
            """
            SELECT t.name, count(*) FILTER (WHERE u.acknowledged_at IS NULL) AS pending, count(u.acknowledged_at) AS done
            FROM updates u
            LEFT JOIN tag_assignments a ON a.image = u.image
            LEFT JOIN tags t ON t.id = a.tag_id
            WHERE (u.acknowledged_at IS NULL OR u.acknowledged_at >= ?) AND u.muted_at IS NULL
            GROUP BY t.name""",
            row -> new TagShare(row.getString("name"), row.getLong("pending"), row.getLong("done")),
            period.start()),
        TagShare::tag);
  }

  /** On a host, an image is done when all its workloads on it and on merged hosts are done. */
  List<HostShare> byHost(ReportingPeriod period) {
    return sortByCount(
        database.list(
            """
            WITH running AS (
              SELECT n.host, o.image, count(CASE WHEN o.state IN ('pending', 'snoozed') THEN 1 END) AS pending,
                     max(CASE WHEN o.state = 'acknowledged' THEN o.acknowledged_at END) AS done_at
              FROM occurrences o JOIN host_names n ON n.hostname = o.hostname
              GROUP BY n.host, o.image
            )
            SELECT n.host, n.name, count(*) FILTER (WHERE r.pending > 0) AS pending, count(*) FILTER (WHERE r.pending = 0) AS done
            FROM running r JOIN host_names n ON n.hostname = r.host
            WHERE r.pending > 0 OR r.done_at >= ?
            GROUP BY n.host, n.name""",
            row ->
                new HostShare(
                    row.getString("host"),
                    row.getString("name"),
                    row.getLong("pending"),
                    row.getLong("done")),
            period.start()),
        HostShare::host);
  }

  List<RegistryShare> byRegistry(ReportingPeriod period) {
    return sortByCount(
        database.list(
            """
            SELECT registry, count(*) FILTER (WHERE acknowledged_at IS NULL) AS pending, count(acknowledged_at) AS done
            FROM updates
            WHERE (acknowledged_at IS NULL OR acknowledged_at >= ?) AND muted_at IS NULL
            GROUP BY registry""",
            row ->
                new RegistryShare(
                    row.getString("registry"), row.getLong("pending"), row.getLong("done")),
            period.start()),
        RegistryShare::registry);
  }

  private static <T extends Share> List<T> sortByCount(List<T> shares, Function<T, String> name) {
    Comparator<T> byPending = comparingLong(T::pending);
    return shares.stream()
        .sorted(
            byPending
                .thenComparingLong(T::done)
                .reversed()
                .thenComparing(comparing(name, nullsFirst(naturalOrder()))))
        .toList();
  }
}
