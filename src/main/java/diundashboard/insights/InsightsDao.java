package diundashboard.insights;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import diundashboard.insights.Insights.Day;
import diundashboard.insights.Insights.HostShare;
import diundashboard.insights.Insights.RegistryShare;
import diundashboard.insights.Insights.Share;
import diundashboard.insights.Insights.TagShare;
import diundashboard.insights.Insights.TimeToDone;
import diundashboard.insights.Insights.TopImage;
import diundashboard.insights.Insights.Week;
import diundashboard.platform.database.Database;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Computes statistics from the activity log and the current state, each in one statement. */
@Dependent
public final class InsightsDao {

  private final Database database;

  @Inject
  public InsightsDao(Database database) {
    this.database = database;
  }

  /**
   * Counts the images that were not done at the end of each day, backwards from the current number.
   */
  List<Day> pending(ReportingPeriod period) {
    return database.list(
        """
        WITH ranges AS (
          SELECT value ->> 0 AS day, value ->> 1 AS starts_at, value ->> 2 AS ends_at FROM %s
        ), moved AS MATERIALIZED (
          SELECT day, (SELECT coalesce(sum(opened), 0) FROM activity
                       WHERE opened <> 0 AND at >= starts_at AND at < ends_at) AS opened
          FROM ranges
        )
        SELECT day, (SELECT count(*) FROM updates WHERE acknowledged_at IS NULL)
                    - coalesce(sum(opened) OVER (ORDER BY day DESC ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS count
        FROM moved ORDER BY day"""
            .formatted(database.dialect().jsonArrayTable()),
        InsightsDao::day,
        period.days());
  }

  /** Counts the distinct images with notifications of each day. */
  List<Day> arrivalsByDay(ReportingPeriod period) {
    return arrivals(period.days());
  }

  /** Counts the distinct images with notifications of each week. */
  List<Week> arrivalsByWeek(ReportingPeriod period) {
    return arrivals(period.weeks()).stream().map(Week::of).toList();
  }

  private List<Day> arrivals(String ranges) {
    return database.list(
        """
        WITH ranges AS (
          SELECT value ->> 0 AS day, value ->> 1 AS starts_at, value ->> 2 AS ends_at FROM %s
        )
        SELECT day, (SELECT count(DISTINCT image) FROM activity
                     WHERE kind = 'notified' AND at >= starts_at AND at < ends_at) AS count
        FROM ranges ORDER BY day"""
            .formatted(database.dialect().jsonArrayTable()),
        InsightsDao::day,
        ranges);
  }

  /**
   * Computes how long images were pending before they became done. Only the last acknowledgement
   * before the next notification counts, and only if the image is still done then. Otherwise a user
   * undid it or reopened the image. A percentile is interpolated linearly between the two values
   * next to its place.
   */
  TimeToDone timeToDone(ReportingPeriod period) {
    var dialect = database.dialect();
    return database
        .find(
            """
            WITH moves AS (
              SELECT id, image, kind, at, pending_since,
                     count(*) FILTER (WHERE kind = 'notified') OVER (PARTITION BY image ORDER BY id) AS round
              FROM activity WHERE opened <> 0 AND at >= ?
            ), rounds AS (
              SELECT kind, at, pending_since,
                     first_value(kind) OVER (PARTITION BY image, round ORDER BY id DESC) AS last_kind,
                     row_number() OVER (PARTITION BY image, round, kind ORDER BY id DESC) AS from_end
              FROM moves
            ), durations AS (
              SELECT (%s - %s) / 86400 AS days FROM rounds
              WHERE kind = 'acknowledged' AND from_end = 1 AND last_kind IN ('acknowledged', 'reopening_undone')
            ), ranked AS (
              SELECT days, row_number() OVER (ORDER BY days) - 1 AS place, count(*) OVER () - 1 AS last FROM durations
            )
            SELECT count(*) AS count,
                   sum(days * (1 - abs(place - 0.5 * last))) FILTER (WHERE abs(place - 0.5 * last) < 1) AS median,
                   sum(days * (1 - abs(place - 0.9 * last))) FILTER (WHERE abs(place - 0.9 * last) < 1) AS p90
            FROM ranked"""
                .formatted(dialect.seconds("at"), dialect.seconds("pending_since")),
            row ->
                new TimeToDone(rounded(row, "median"), rounded(row, "p90"), row.getLong("count")),
            period.start())
        .orElseThrow();
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

  /** Images with the same number of notifications are sorted by their last one, newest first. */
  List<TopImage> topImages(ReportingPeriod period) {
    return database.list(
        """
        WITH notified AS MATERIALIZED (
          SELECT id, image FROM activity WHERE kind = 'notified' AND at >= ?
        )
        SELECT image, count(*) AS notifications FROM notified
        GROUP BY image ORDER BY count(*) DESC, max(id) DESC LIMIT 10""",
        row -> new TopImage(row.getString("image"), row.getLong("notifications")),
        period.start());
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

  private static Day day(ResultSet row) throws SQLException {
    return new Day(LocalDate.parse(row.getString("day")), row.getLong("count"));
  }

  /** Rounds to two decimals; null if there is no value. */
  private static Double rounded(ResultSet row, String column) throws SQLException {
    var days = row.getDouble(column);
    return row.wasNull() ? null : Math.round(days * 100) / 100.0;
  }
}
