package diundashboard.hosts;

import static java.util.stream.Collectors.toMap;

import diundashboard.platform.database.Database;
import diundashboard.platform.database.Timestamps;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** Reads from the activity log when hosts sent notifications. */
final class NotificationDao {

  private final Database database;

  NotificationDao(Database database) {
    this.database = database;
  }

  /** A notification in the activity log. */
  record Received(long id, String hostname, Instant at) {}

  /**
   * The start of the activity log for one hostname.
   *
   * @param countOfDay number of notifications on the first day, in UTC
   * @param isFirst whether one of them has the earliest time of all entries
   */
  record Start(long countOfDay, boolean isFirst) {

    static final Start NONE = new Start(0, false);
  }

  /** Returns the notifications after an id, in the order of ids. */
  List<Received> list(long after, long newest, int limit) {
    return database.list(
        """
        SELECT id, hostname, at FROM activity
        WHERE kind = 'notified' AND id > ? AND id <= ?
        ORDER BY id LIMIT ?""",
        row ->
            new Received(
                row.getLong("id"),
                row.getString("hostname"),
                Timestamps.parse(row.getString("at"))),
        after,
        newest,
        limit);
  }

  /**
   * Returns the start of the log up to an id, by hostname.
   *
   * @param first the earliest time of an entry
   */
  Map<String, Start> starts(Instant first, long newest) {
    return database
        .list(
            """
            SELECT hostname, count(*) AS count, min(at) AS first_at FROM activity
            WHERE kind = 'notified' AND at >= ? AND at < ? AND id <= ?
            GROUP BY hostname""",
            row ->
                Map.entry(
                    row.getString("hostname"),
                    new Start(
                        row.getLong("count"),
                        Timestamps.parse(row.getString("first_at")).equals(first))),
            first,
            LocalDate.ofInstant(first, ZoneOffset.UTC)
                .plusDays(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant(),
            newest)
        .stream()
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
