package diundashboard.insights;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import diundashboard.counts.CountedImages;
import diundashboard.counts.ImageProfile;
import diundashboard.counts.ImageProfile.Place;
import diundashboard.counts.NameDao;
import diundashboard.images.UpdateState;
import diundashboard.insights.Insights.Day;
import diundashboard.insights.Insights.HostShare;
import diundashboard.insights.Insights.RegistryShare;
import diundashboard.insights.Insights.Share;
import diundashboard.insights.Insights.TagShare;
import diundashboard.platform.database.Columns;
import diundashboard.platform.database.Database;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Counts pending and finished images. */
@Dependent
public final class InsightsDao {

  private final Database database;
  private final NameDao names;

  @Inject
  public InsightsDao(Database database, NameDao names) {
    this.database = database;
    this.names = names;
  }

  /** Counts the pending images by the day since when they are, one index range for each day. */
  List<Day> waiting(ReportingPeriod period) {
    return database.list(
        """
        WITH ranges AS (
          SELECT value ->> 0 AS day, value ->> 1 AS starts_at, value ->> 2 AS ends_at FROM %1$s
        )
        SELECT day, (SELECT count(*) FROM updates u
                     WHERE %2$s AND u.pending_since%3$s >= starts_at AND u.pending_since%3$s < ends_at) AS count
        FROM ranges ORDER BY day"""
            .formatted(
                database.dialect().jsonArrayTable(),
                UpdateState.PENDING.condition().sql(),
                database.dialect().collateC()),
        row -> new Day(LocalDate.parse(row.getString("day")), row.getLong("count")),
        period.days().json());
  }

  List<TagShare> byTag(ReportingPeriod period, CountedImages images) {
    var done = new HashMap<Integer, Long>();
    database.list(
        """
        SELECT a.tag_id, count(*) AS done
        FROM updates u LEFT JOIN tag_assignments a ON a.image = u.image
        WHERE u.acknowledged_at >= ? AND u.muted_at IS NULL
        GROUP BY a.tag_id""",
        row -> done.put(Columns.integer(row, "tag_id"), row.getLong("done")),
        period.start());
    var tags = names.tags();
    return shares(
        images.where(ImageProfile::isOpen).by(ImageProfile::tagId),
        done,
        (tag, pending, finished) -> new TagShare(tags.get(tag), pending, finished),
        TagShare::tag);
  }

  /** On a host, an image is done when all its workloads on it and on merged hosts are done. */
  List<HostShare> byHost(ReportingPeriod period, CountedImages images) {
    var hosts = names.hosts();
    var done =
        counts(
            """
            WITH acknowledged AS MATERIALIZED (
              SELECT DISTINCT n.host, o.image
              FROM occurrences o JOIN host_names n ON n.hostname = o.hostname
              WHERE o.acknowledged_at >= ? AND o.muted_at IS NULL
            )
            SELECT a.host, count(*) FROM acknowledged a
            WHERE NOT EXISTS (SELECT 1 FROM occurrences o JOIN host_names n ON n.hostname = o.hostname
                              WHERE o.image = a.image AND n.host = a.host
                                AND o.muted_at IS NULL AND o.acknowledged_at IS NULL)
            GROUP BY a.host""",
            period);
    return shares(
        images.byEach(
            image -> image.values(Place::isOpen, place -> hosts.of(place.hostname()).host())),
        done,
        (host, pending, finished) -> new HostShare(host, hosts.of(host).name(), pending, finished),
        HostShare::host);
  }

  List<RegistryShare> byRegistry(ReportingPeriod period, CountedImages images) {
    var done =
        counts(
            """
            SELECT registry, count(*) FROM updates
            WHERE acknowledged_at >= ? AND muted_at IS NULL GROUP BY registry""",
            period);
    return shares(
        images.where(ImageProfile::isOpen).by(ImageProfile::registry),
        done,
        RegistryShare::new,
        RegistryShare::registry);
  }

  private Map<String, Long> counts(String sql, ReportingPeriod period) {
    var counts = new HashMap<String, Long>();
    database.list(sql, row -> counts.put(row.getString(1), row.getLong(2)), period.start());
    return counts;
  }

  private static <K, T extends Share> List<T> shares(
      Map<K, Long> pending,
      Map<K, Long> done,
      ShareFactory<K, T> factory,
      Function<T, String> name) {
    var keys = new HashSet<>(pending.keySet());
    keys.addAll(done.keySet());
    return sortByCount(
        keys.stream()
            .map(key -> factory.of(key, pending.getOrDefault(key, 0L), done.getOrDefault(key, 0L)))
            .toList(),
        name);
  }

  @FunctionalInterface
  private interface ShareFactory<K, T> {
    T of(K key, long pending, long done);
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
