package diundashboard.insights;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import diundashboard.counts.NameDao;
import diundashboard.images.UpdateState;
import diundashboard.insights.Insights.Day;
import diundashboard.insights.Insights.NamedHost;
import diundashboard.insights.Insights.UrgentImage;
import diundashboard.platform.database.Columns;
import diundashboard.platform.database.Condition;
import diundashboard.platform.database.Database;
import diundashboard.versions.ChangeKind;
import diundashboard.versions.ChangeView;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads pending images, without snoozed ones. */
@Dependent
public final class PendingImageDao {

  private static final int LIMIT = 10;

  private static final String MAJOR = "u.change_rank %s " + ChangeKind.MAJOR.rank();

  private final Database database;
  private final NameDao names;

  @Inject
  public PendingImageDao(Database database, NameDao names) {
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

  /** Returns the major updates first, then by age; at most ten. */
  List<UrgentImage> mostUrgent() {
    var found =
        Stream.of(MAJOR.formatted("="), MAJOR.formatted("<>"))
            .flatMap(condition -> oldest(condition).stream())
            .limit(LIMIT)
            .toList();
    var hosts = hosts(found.stream().map(UrgentImage::image).toList());
    return found.stream()
        .map(
            each ->
                new UrgentImage(
                    each.image(),
                    each.change(),
                    each.pendingSince(),
                    hosts.getOrDefault(each.image(), List.of())))
        .toList();
  }

  private List<UrgentImage> oldest(String condition) {
    var collation = database.dialect().collateC();
    return database.list(
        """
        SELECT u.image, u.change_rank, u.change_from, u.change_to, u.pending_since FROM updates u
        WHERE %s AND %s
        ORDER BY u.pending_since%s, u.image%s LIMIT %d"""
            .formatted(
                UpdateState.PENDING.condition().sql(), condition, collation, collation, LIMIT),
        row ->
            new UrgentImage(
                row.getString("image"),
                new ChangeView(
                    ChangeKind.ofRank(row.getInt("change_rank")).value(),
                    row.getString("change_from"),
                    row.getString("change_to")),
                Columns.instant(row, "pending_since"),
                List.of()));
  }

  /** Returns the hosts where images are pending. */
  private Map<String, List<NamedHost>> hosts(List<String> images) {
    if (images.isEmpty()) return Map.of();
    var hosts = names.hosts();
    var condition = Condition.in("o.image", images).and(UpdateState.PENDING.occurrence());
    return database
        .list(
            "SELECT DISTINCT o.image, o.hostname FROM occurrences o WHERE " + condition.sql(),
            row -> {
              var host = hosts.of(row.getString("hostname"));
              return Map.entry(row.getString("image"), new NamedHost(host.host(), host.name()));
            },
            condition.parameters().toArray())
        .stream()
        .distinct()
        .sorted(Comparator.comparing(each -> each.getValue().host()))
        .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
  }
}
