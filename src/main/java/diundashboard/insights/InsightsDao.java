package diundashboard.insights;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import diundashboard.counts.CountedImages;
import diundashboard.counts.ImageCounts;
import diundashboard.counts.ImageProfile;
import diundashboard.counts.ImageProfile.Place;
import diundashboard.counts.NameDao;
import diundashboard.images.ActionStamp;
import diundashboard.insights.Insights.HostShare;
import diundashboard.insights.Insights.KindShare;
import diundashboard.insights.Insights.RegistryShare;
import diundashboard.insights.Insights.Share;
import diundashboard.insights.Insights.TagShare;
import diundashboard.insights.Insights.TimeToDone;
import diundashboard.platform.database.Columns;
import diundashboard.platform.database.Database;
import diundashboard.versions.ChangeKind;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/** Counts pending and finished images by their properties. */
@Dependent
public final class InsightsDao {

  private final Database database;
  private final NameDao names;

  @Inject
  public InsightsDao(Database database, NameDao names) {
    this.database = database;
    this.names = names;
  }

  /** Returns the images that became done in the period and still are, without imported ones. */
  List<DoneImage> done(ReportingPeriod period) {
    return database.list(
        """
        SELECT u.change_rank, a.tag_id, u.registry, %s AS millis
        FROM updates u LEFT JOIN tag_assignments a ON a.image = u.image
        WHERE u.acknowledged_at >= ? AND u.muted_at IS NULL AND u.acknowledged_by <> ?"""
            .formatted(millisSincePending("u.acknowledged_at")),
        row ->
            new DoneImage(
                ChangeKind.ofRank(row.getInt("change_rank")).value(),
                Columns.integer(row, "tag_id"),
                row.getString("registry"),
                millis(row)),
        period.start(),
        ActionStamp.IMPORTED);
  }

  /**
   * An image that is done.
   *
   * @param tagId null for an image without a tag
   * @param millis how long it was pending; null if unknown
   */
  record DoneImage(String kind, Integer tagId, String registry, Long millis) {}

  List<KindShare> byKind(List<DoneImage> done, CountedImages images) {
    return shares(
        images.byEach(image -> image.values(Place::isOpen, place -> place.kind().value())),
        durations(done, DoneImage::kind),
        KindShare::new,
        KindShare::kind);
  }

  List<TagShare> byTag(List<DoneImage> done, CountedImages images) {
    var tags = names.tags();
    return shares(
        images.where(ImageProfile::isOpen).by(ImageProfile::tagId),
        durations(done, DoneImage::tagId),
        (tag, pending, finished, time) -> new TagShare(tags.get(tag), pending, finished, time),
        TagShare::tag);
  }

  List<RegistryShare> byRegistry(List<DoneImage> done, CountedImages images) {
    return shares(
        images.where(ImageProfile::isOpen).by(ImageProfile::registry),
        durations(done, DoneImage::registry),
        RegistryShare::new,
        RegistryShare::registry);
  }

  private static <K> Map<K, List<Long>> durations(
      List<DoneImage> done, Function<DoneImage, K> property) {
    var durations = new HashMap<K, List<Long>>(); // groupingBy rejects null, the key of no tag
    for (var each : done) add(durations, property.apply(each), each.millis);
    return durations;
  }

  private static <K> void add(Map<K, List<Long>> lists, K key, Long millis) {
    lists.computeIfAbsent(key, any -> new ArrayList<>()).add(millis);
  }

  /**
   * On a host, an image is done when all its workloads on it and on merged hosts are done.
   *
   * @param silent since when hosts are silent, by host
   */
  List<HostShare> byHost(
      ReportingPeriod period, ImageCounts counts, Map<String, Instant> silent, Instant now) {
    var hosts = names.hosts();
    Function<Place, String> hostOf = place -> hosts.of(place.hostname()).host();
    Function<ImageProfile, Set<String>> hostsOf = image -> image.values(Place::isOpen, hostOf);
    var pendingSince = counts.pendingSince(hostsOf).orElse(Map.of());
    return shares(
        counts.current().byEach(hostsOf),
        doneByHost(period),
        (host, pending, finished, time) ->
            new HostShare(
                host,
                hosts.of(host).name(),
                pending,
                finished,
                time,
                medianAge(pendingSince.getOrDefault(host, List.of()), now),
                silent.get(host)),
        HostShare::host);
  }

  private static Double medianAge(List<Long> pendingSince, Instant now) {
    return timeOf(
            pendingSince.stream().map(each -> Math.max(0, now.toEpochMilli() - each)).toList())
        .median();
  }

  private Map<String, List<Long>> doneByHost(ReportingPeriod period) {
    var done = new HashMap<String, List<Long>>();
    database.list(
        """
        WITH acknowledged AS MATERIALIZED (
          SELECT n.host, o.image, max(o.acknowledged_at) AS at
          FROM occurrences o JOIN host_names n ON n.hostname = o.hostname
          WHERE o.acknowledged_at >= ? AND o.muted_at IS NULL AND o.acknowledged_by <> ?
          GROUP BY n.host, o.image
        )
        SELECT a.host, %s AS millis FROM acknowledged a JOIN updates u ON u.image = a.image
        WHERE NOT EXISTS (SELECT 1 FROM occurrences o JOIN host_names n ON n.hostname = o.hostname
                          WHERE o.image = a.image AND n.host = a.host
                            AND o.muted_at IS NULL AND o.acknowledged_at IS NULL)"""
            .formatted(millisSincePending("a.at")),
        row -> {
          add(done, row.getString("host"), millis(row));
          return row;
        },
        period.start(),
        ActionStamp.IMPORTED);
    return done;
  }

  /** Unknown if the image became pending again later. */
  private String millisSincePending(String at) {
    var dialect = database.dialect();
    return """
        CASE WHEN u.pending_since <> '' AND u.pending_since <= %1$s
             THEN CAST(round(1000 * (%2$s - %3$s)) AS BIGINT) END"""
        .formatted(at, dialect.seconds(at), dialect.seconds("u.pending_since"));
  }

  private static Long millis(ResultSet row) throws SQLException {
    var millis = row.getLong("millis");
    return row.wasNull() ? null : millis;
  }

  private static <K, T extends Share> List<T> shares(
      Map<K, Long> pending,
      Map<K, List<Long>> done,
      ShareFactory<K, T> factory,
      Function<T, String> name) {
    var keys = new HashSet<>(pending.keySet());
    keys.addAll(done.keySet());
    return sortByCount(
        keys.stream()
            .map(
                key -> {
                  var times = done.getOrDefault(key, List.of());
                  return factory.of(
                      key, pending.getOrDefault(key, 0L), times.size(), timeOf(times));
                })
            .toList(),
        name);
  }

  private static TimeToDone timeOf(List<Long> millis) {
    return Durations.of(millis.stream().filter(Objects::nonNull).toList()).timeToDone();
  }

  @FunctionalInterface
  private interface ShareFactory<K, T> {
    T of(K key, long pending, long done, TimeToDone time);
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
