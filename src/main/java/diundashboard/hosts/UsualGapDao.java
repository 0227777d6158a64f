package diundashboard.hosts;

import static java.util.stream.Collectors.toMap;

import diundashboard.platform.database.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Computes how often hosts report from the activity log.
 *
 * <p>A report is a run of notifications that are less than ten minutes apart, because Diun sends
 * one notification for each image that it finds. The usual gap of a host is the median of the
 * pauses between its reports in the last 90 days, from the last notification of one report to the
 * first of the next. It is unknown for fewer than three pauses.
 */
final class UsualGapDao {

  private static final Duration OBSERVED = Duration.ofDays(90);

  private final Database database;

  UsualGapDao(Database database) {
    this.database = database;
  }

  /** Returns the usual gaps in seconds by the host that hostnames count as. */
  Map<String, Long> gaps(Instant now) {
    return database
        .list(
            """
            WITH moments AS (
              SELECT h.canonical, %s AS at
              FROM activity a JOIN hosts h ON h.hostname = a.hostname
              WHERE a.kind = 'notified' AND a.at >= ?
            ), pauses AS (
              SELECT canonical, at - lag(at) OVER (PARTITION BY canonical ORDER BY at) AS pause FROM moments
            ), ranked AS (
              SELECT canonical, pause, count(*) OVER (PARTITION BY canonical) AS size,
                     row_number() OVER (PARTITION BY canonical ORDER BY pause) AS place
              FROM pauses WHERE pause >= 600
            )
            SELECT canonical, avg(pause) AS gap
            FROM ranked WHERE size >= 3 AND place IN ((size + 1) / 2, (size + 2) / 2)
            GROUP BY canonical"""
                .formatted(database.dialect().seconds("a.at")),
            row -> Map.entry(row.getString("canonical"), Math.round(row.getDouble("gap"))),
            now.minus(OBSERVED))
        .stream()
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
