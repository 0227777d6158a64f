package diundashboard.insights;

import static java.util.stream.Collectors.toMap;

import diundashboard.activity.ActivityKind;
import diundashboard.platform.database.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Computes statistics from the entries of the activity log up to an id, the position. Results for
 * the same position are consistent with each other.
 */
final class HistoryDao {

  private static final String NOTIFIED = ActivityKind.NOTIFIED.value();
  private static final String IMPORTED = ActivityKind.IMPORTED.value();

  private final Database database;

  HistoryDao(Database database) {
    this.database = database;
  }

  /**
   * An entry that changes statistics.
   *
   * @param at a timestamp
   * @param opened by how much the number of pending images grew
   */
  record Change(long id, String at, String image, String kind, long opened) {

    boolean isNotification() {
      return kind.equals(NOTIFIED);
    }

    /** True if a notification or an import made the image pending. */
    boolean isArrival() {
      return opened > 0 && (isNotification() || kind.equals(IMPORTED));
    }
  }

  /**
   * An image became done.
   *
   * @param at a timestamp
   * @param actor who made it done; empty if authentication was off
   * @param millis how long it was pending
   */
  record Completion(String at, String actor, long millis) {}

  /**
   * An image with its notifications.
   *
   * @param lastId id of the last one
   */
  record Notified(String image, long notifications, long lastId) {}

  /** Counts the images that were not done at a position, from indexes alone. */
  long pendingAt(long position) {
    return database
        .find(
            """
            SELECT (SELECT count(*) FROM updates)
                   - (SELECT count(*) FROM updates WHERE acknowledged_at IS NOT NULL)
                   - coalesce((SELECT sum(opened) FROM activity WHERE id > ?), 0)""",
            row -> row.getLong(1),
            position)
        .orElseThrow();
  }

  /** Returns by how much the number of pending images grew in each range. */
  Map<LocalDate, Long> opened(TimeRanges ranges, long position) {
    return byDay(
        """
        SELECT day, (SELECT coalesce(sum(opened), 0) FROM activity
                     WHERE opened <> 0 AND at >= starts_at AND at < ends_at AND id <= ?) AS count
        FROM ranges""",
        ranges,
        position);
  }

  /** Counts in each range how often a notification or an import made an image pending. */
  Map<LocalDate, Long> openings(TimeRanges ranges, long position) {
    return byDay(
        """
        SELECT day, (SELECT count(*) FROM activity
                     WHERE opened > 0 AND kind IN ('notified', 'imported')
                       AND at >= starts_at AND at < ends_at AND id <= ?) AS count
        FROM ranges""",
        ranges,
        position);
  }

  /** Counts the distinct images with notifications of each range. */
  Map<LocalDate, Long> arrivals(TimeRanges ranges, long position) {
    return byDay(
        """
        SELECT day, (SELECT count(DISTINCT image) FROM activity
                     WHERE kind = 'notified' AND at >= starts_at AND at < ends_at AND id <= ?) AS count
        FROM ranges""",
        ranges,
        position);
  }

  private Map<LocalDate, Long> byDay(String select, TimeRanges ranges, long position) {
    return database
        .list(
            """
            WITH ranges AS (
              SELECT value ->> 0 AS day, value ->> 1 AS starts_at, value ->> 2 AS ends_at FROM %s
            )
            """
                    .formatted(database.dialect().jsonArrayTable())
                + select,
            row -> Map.entry(LocalDate.parse(row.getString("day")), row.getLong("count")),
            ranges.json(),
            position)
        .stream()
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue, Long::sum, TreeMap::new));
  }

  /**
   * Returns when images became done. Only the last acknowledgement before the next notification
   * counts, and only if the image is still done then. Otherwise a user undid it or reopened the
   * image.
   */
  List<Completion> completions(String since, long position) {
    return database.list(
        completions("at >= ? AND id <= ?"), HistoryDao::completion, since, position);
  }

  /** The same for some images. */
  List<Completion> completions(String since, long position, Collection<String> images) {
    return database.list(
        completions("at >= ? AND id <= ? AND image IN (?...)"),
        HistoryDao::completion,
        since,
        position,
        images);
  }

  private static Completion completion(ResultSet row) throws SQLException {
    return new Completion(row.getString("at"), row.getString("actor"), row.getLong("millis"));
  }

  private String completions(String condition) {
    var dialect = database.dialect();
    return """
        WITH moves AS (
          SELECT id, image, kind, at, actor, pending_since,
                 count(*) FILTER (WHERE kind = 'notified') OVER (PARTITION BY image ORDER BY id) AS round
          FROM activity WHERE opened <> 0 AND %s
        ), rounds AS (
          SELECT kind, at, actor, pending_since,
                 first_value(kind) OVER (PARTITION BY image, round ORDER BY id DESC) AS last_kind,
                 row_number() OVER (PARTITION BY image, round, kind ORDER BY id DESC) AS from_end
          FROM moves
        )
        SELECT at, actor, CAST(round(1000 * (%s - %s)) AS BIGINT) AS millis FROM rounds
        WHERE kind = 'acknowledged' AND from_end = 1 AND last_kind IN ('acknowledged', 'reopening_undone')"""
        .formatted(condition, dialect.seconds("at"), dialect.seconds("pending_since"));
  }

  /** Images with the same number of notifications are sorted by their last one, newest first. */
  List<Notified> mostNotified(String since, long position, int limit) {
    return database.list(
        """
        WITH notified AS MATERIALIZED (
          SELECT id, image FROM activity WHERE kind = 'notified' AND at >= ? AND id <= ?
        )
        SELECT image, count(*) AS notifications, max(id) AS last_id FROM notified
        GROUP BY image ORDER BY count(*) DESC, max(id) DESC LIMIT ?""",
        row ->
            new Notified(
                row.getString("image"), row.getLong("notifications"), row.getLong("last_id")),
        since,
        position,
        limit);
  }

  /** Returns the first changes after a position. */
  List<Change> changes(long after, long position, int limit) {
    return database.list(
        """
        SELECT id, at, image, kind, opened FROM activity
        WHERE id > ? AND id <= ? AND (kind = 'notified' OR opened <> 0)
        ORDER BY id LIMIT ?""",
        row ->
            new Change(
                row.getLong("id"),
                row.getString("at"),
                row.getString("image"),
                row.getString("kind"),
                row.getLong("opened")),
        after,
        position,
        limit);
  }

  /** Returns the notifications of images up to a position. */
  List<Change> notifications(Collection<String> images, String since, long position) {
    return database.list(
        """
        SELECT id, at, image, opened FROM activity
        WHERE image IN (?...) AND kind = 'notified' AND at >= ? AND id <= ?
        ORDER BY id""",
        row ->
            new Change(
                row.getLong("id"),
                row.getString("at"),
                row.getString("image"),
                NOTIFIED,
                row.getLong("opened")),
        images,
        since,
        position);
  }
}
