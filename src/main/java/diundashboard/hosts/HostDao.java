package diundashboard.hosts;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import diundashboard.platform.database.Database;
import diundashboard.platform.database.Timestamps;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The table {@code hosts}. */
@Dependent
public final class HostDao {

  /** How far back the usual gap is looked for. */
  private static final Duration OBSERVED = Duration.ofDays(90);

  private final Database database;

  @Inject
  public HostDao(Database database) {
    this.database = database;
  }

  /** Remembers that a host was heard of. */
  public void recordContact(String hostname, String diunVersion, Instant at) {
    database.change(
        """
        INSERT INTO hosts (hostname, canonical, diun_version, first_seen_at, last_seen_at) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (hostname) DO UPDATE SET
          diun_version = excluded.diun_version,
          last_seen_at = excluded.last_seen_at""",
        hostname,
        hostname,
        diunVersion,
        Timestamps.format(at),
        Timestamps.format(at));
  }

  /** Locks all hosts until the transaction ends, so that names and merges agree with each other. */
  List<HostIdentity> lock() {
    return database.changeReturningAll(
        "SELECT hostname, display_name, merged_into, canonical FROM hosts ORDER BY hostname"
            + database.dialect().forUpdate(),
        row ->
            new HostIdentity(
                row.getString("hostname"),
                row.getString("display_name"),
                row.getString("merged_into"),
                row.getString("canonical")));
  }

  /** An empty name takes away the one it has. */
  void rename(String hostname, String name) {
    database.change("UPDATE hosts SET display_name = ? WHERE hostname = ?", name, hostname);
  }

  /**
   * Merges a host into another, of which it must not be a part; null separates it. What was merged
   * into it goes with it.
   */
  void merge(String hostname, String into) {
    database.change("UPDATE hosts SET merged_into = ? WHERE hostname = ?", into, hostname);
    database.change(
        """
        WITH RECURSIVE found (hostname, canonical) AS (
          SELECT hostname, hostname FROM hosts WHERE merged_into IS NULL
          UNION ALL
          SELECT hosts.hostname, found.canonical FROM found JOIN hosts ON hosts.merged_into = found.hostname
        )
        UPDATE hosts SET canonical = found.canonical
        FROM found WHERE found.hostname = hosts.hostname AND found.canonical <> hosts.canonical""");
  }

  /**
   * All hosts that were merged into no other, by what people call them.
   *
   * <p>A report is a run of notifications less than ten minutes apart, as Diun sends one for each
   * image that it finds. A host's usual gap is the median of the pauses between its reports of the
   * last 90 days, from the last notification of one to the first of the next; of fewer than three
   * pauses nothing is concluded.
   */
  List<Host> list(Instant now) {
    var merged = merged();
    var hosts =
        database.list(
            """
            WITH seen AS (
              SELECT canonical, min(first_seen_at) AS first_seen_at, max(last_seen_at) AS last_seen_at
              FROM hosts GROUP BY canonical
            ), versions AS (
              SELECT canonical, diun_version,
                     row_number() OVER (PARTITION BY canonical ORDER BY last_seen_at DESC, hostname) AS place
              FROM hosts
            ), running AS (
              SELECT canonical, count(DISTINCT o.image) AS images,
                     count(DISTINCT CASE WHEN o.acknowledged_at IS NULL AND u.snoozed_until IS NULL THEN o.image END) AS pending
              FROM occurrences o JOIN hosts h ON h.hostname = o.hostname JOIN updates u ON u.image = o.image
              GROUP BY canonical
            ), notified AS (
              SELECT canonical, count(*) AS notifications
              FROM activity a JOIN hosts h ON h.hostname = a.hostname
              WHERE kind = 'notified'
              GROUP BY canonical
            ), moments AS (
              SELECT canonical, %s AS at
              FROM activity a JOIN hosts h ON h.hostname = a.hostname
              WHERE kind = 'notified' AND at >= ?
            ), pauses AS (
              SELECT canonical, at - lag(at) OVER (PARTITION BY canonical ORDER BY at) AS pause FROM moments
            ), ranked AS (
              SELECT canonical, pause, count(*) OVER (PARTITION BY canonical) AS size,
                     row_number() OVER (PARTITION BY canonical ORDER BY pause) AS place
              FROM pauses WHERE pause >= 600
            ), usual AS (
              SELECT canonical, avg(pause) AS gap
              FROM ranked WHERE size >= 3 AND place IN ((size + 1) / 2, (size + 2) / 2)
              GROUP BY canonical
            )
            SELECT h.hostname, h.display_name, v.diun_version, s.first_seen_at, s.last_seen_at,
                   coalesce(r.pending, 0) AS pending, coalesce(r.images, 0) AS images,
                   coalesce(n.notifications, 0) AS notifications, u.gap
            FROM hosts h
            JOIN seen s ON s.canonical = h.hostname
            JOIN versions v ON v.canonical = h.hostname AND v.place = 1
            LEFT JOIN running r ON r.canonical = h.hostname
            LEFT JOIN notified n ON n.canonical = h.hostname
            LEFT JOIN usual u ON u.canonical = h.hostname"""
                .formatted(database.dialect().seconds("a.at")),
            row -> host(row, now, merged.getOrDefault(row.getString("hostname"), List.of())),
            Timestamps.format(now.minus(OBSERVED)));
    return hosts.stream()
        .sorted(comparing(Host::shownName, String.CASE_INSENSITIVE_ORDER).thenComparing(Host::host))
        .toList();
  }

  private static Host host(ResultSet row, Instant now, List<Host.Merged> merged)
      throws SQLException {
    var lastSeenAt = Timestamps.parse(row.getString("last_seen_at"));
    var gap = row.getObject("gap") == null ? null : Math.round(row.getDouble("gap"));
    var isSilent = gap != null && lastSeenAt.plusSeconds(2 * gap).isBefore(now);
    return new Host(
        row.getString("hostname"),
        known(row.getString("display_name")),
        known(row.getString("diun_version")),
        Timestamps.parse(row.getString("first_seen_at")),
        lastSeenAt,
        new Host.Counts(row.getLong("pending"), row.getLong("images")),
        row.getLong("notifications"),
        gap,
        isSilent ? lastSeenAt : null,
        merged);
  }

  /** By the host that they count with. */
  private Map<String, List<Host.Merged>> merged() {
    return database
        .list(
            "SELECT hostname, display_name, merged_into, canonical, last_seen_at FROM hosts WHERE merged_into IS NOT NULL",
            row ->
                Map.entry(
                    row.getString("canonical"),
                    new Host.Merged(
                        row.getString("hostname"),
                        known(row.getString("display_name")),
                        row.getString("merged_into"),
                        Timestamps.parse(row.getString("last_seen_at")))))
        .stream()
        .sorted(comparing(entry -> entry.getValue().host()))
        .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
  }

  private static String known(String text) {
    return text.isEmpty() ? null : text;
  }

  /**
   * What a host is called, and where it belongs.
   *
   * @param displayName empty if people gave it none
   * @param mergedInto null for none
   * @param canonical the host that it counts with in the end, possibly itself
   */
  record HostIdentity(String hostname, String displayName, String mergedInto, String canonical) {}
}
