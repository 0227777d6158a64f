package diundashboard.hosts;

import static java.time.temporal.ChronoUnit.MILLIS;
import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import diundashboard.counts.CountedImages;
import diundashboard.heartbeats.HeartbeatDao;
import diundashboard.heartbeats.HostHeartbeat;
import diundashboard.images.UpdateState;
import diundashboard.platform.database.Columns;
import diundashboard.platform.database.Database;
import diundashboard.platform.database.NamedParameters;
import diundashboard.platform.json.EnumNames;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The table {@code hosts}. */
@Dependent
public final class HostDao {

  private static final CountedImages NO_IMAGES = new CountedImages(Map.of());

  private static final String SELECT_IDENTITIES =
      "SELECT hostname, display_name, merged_into, canonical FROM hosts ORDER BY hostname";

  private final Database database;
  private final HostHistory history;
  private final UnknownHostDao unknownHosts;
  private final HeartbeatDao heartbeats;

  @Inject
  public HostDao(Database database, HostHistory history) {
    this.database = database;
    this.history = history;
    this.unknownHosts = new UnknownHostDao(database);
    this.heartbeats = new HeartbeatDao(database);
  }

  /**
   * Records that a host sent a notification, a test or a ping. A new host is no longer unknown.
   *
   * @param diunVersion empty if unknown
   */
  public void recordContact(String hostname, String diunVersion, Instant at) {
    recordContacts(List.of(new HostContact(hostname, diunVersion, at, at)));
  }

  /**
   * Records that hosts sent notifications. New hosts are no longer unknown.
   *
   * @param contacts at least one, and at most one of each host
   */
  public void recordContacts(List<HostContact> contacts) {
    var earliest = contacts.stream().map(HostContact::firstAt).min(naturalOrder()).orElseThrow();
    upsert(contacts).entrySet().stream()
        .filter(host -> !host.getValue().isBefore(earliest.truncatedTo(MILLIS)))
        .forEach(host -> unknownHosts.deleteKnown(host.getKey()));
  }

  /** Stores contacts in the order of the hosts, and returns when each host was first seen. */
  private SortedMap<String, Instant> upsert(List<HostContact> contacts) {
    var firstSeen = new TreeMap<String, Instant>();
    database
        .changeRowsReturning(
            """
            WITH contacts (hostname, diun_version, first_seen_at, last_seen_at) AS (
              VALUES (:hostname, :diun_version, :first_at, :last_at)
            )
            INSERT INTO hosts (hostname, canonical, diun_version, first_seen_at, last_seen_at)
            SELECT hostname, hostname, diun_version, first_seen_at, last_seen_at
            FROM contacts WHERE TRUE ORDER BY hostname
            ON CONFLICT (hostname) DO UPDATE SET
              diun_version = coalesce(nullif(excluded.diun_version, ''), hosts.diun_version),
              last_seen_at = excluded.last_seen_at
            RETURNING hostname, first_seen_at""",
            row -> Map.entry(row.getString(1), Columns.instant(row, "first_seen_at")),
            contacts.stream().map(HostDao::parametersOf).toList())
        .forEach(host -> firstSeen.put(host.getKey(), host.getValue()));
    return firstSeen;
  }

  private static NamedParameters parametersOf(HostContact contact) {
    return NamedParameters.of("hostname", contact.hostname())
        .with("diun_version", contact.diunVersion())
        .with("first_at", contact.firstAt())
        .with("last_at", contact.lastAt());
  }

  /** Returns the last contact of all hosts. */
  List<Contact> contacts() {
    return database.list(
        "SELECT hostname, diun_version, last_seen_at FROM hosts ORDER BY hostname",
        row -> new Contact(row.getString(1), row.getString(2), row.getString(3)));
  }

  /** The last contact of a host, as stored. */
  public record Contact(String hostname, String diunVersion, String lastSeenAt) {}

  /** Returns the names of all hosts. */
  List<HostIdentity> identities() {
    return database.list(SELECT_IDENTITIES, HostDao::identity);
  }

  /** Locks all hosts until the transaction ends, to keep names and merges consistent. */
  List<HostIdentity> lock() {
    return database.changeReturningAll(
        SELECT_IDENTITIES + database.dialect().forUpdate(), HostDao::identity);
  }

  private static HostIdentity identity(ResultSet row) throws SQLException {
    return new HostIdentity(
        row.getString("hostname"),
        row.getString("display_name"),
        row.getString("merged_into"),
        row.getString("canonical"));
  }

  /**
   * Sets the name of a host.
   *
   * @param name empty to remove the name
   */
  void rename(String hostname, String name) {
    database.change("UPDATE hosts SET display_name = ? WHERE hostname = ?", name, hostname);
  }

  /**
   * Merges a host and all hosts merged into it into another one, or unmerges it.
   *
   * @param into a host that is not merged into this one; null to unmerge
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
   * Mutes the silence alarm of a host, or ends the mute.
   *
   * @param mute null to end it
   */
  void mute(String canonical, AlarmMute mute) {
    database.change(
        "UPDATE hosts SET alarm_muted_at = ?, alarm_muted_until = ? WHERE hostname = ?",
        mute == null ? null : mute.at(),
        mute == null ? null : mute.until(),
        canonical);
  }

  /** Returns the mute of a host, which may have ended. */
  Optional<AlarmMute> mute(String canonical) {
    return database.find(
        """
        SELECT alarm_muted_at, alarm_muted_until FROM hosts
        WHERE hostname = ? AND alarm_muted_until IS NOT NULL""",
        HostDao::mute,
        canonical);
  }

  private static AlarmMute mute(ResultSet row) throws SQLException {
    return new AlarmMute(
        Columns.instant(row, "alarm_muted_at"), Columns.instant(row, "alarm_muted_until"));
  }

  /** Returns all hosts that are not merged into another one, by name, without their images. */
  public List<Host> list(Instant now) {
    return list(now, NO_IMAGES);
  }

  /**
   * Returns all hosts that are not merged into another one, by name.
   *
   * @param images whose numbers are shown with the hosts
   */
  List<Host> list(Instant now, CountedImages images) {
    var canonicals =
        identities().stream().collect(toMap(HostIdentity::hostname, HostIdentity::canonical));
    var pending = countByHost(images, UpdateState.PENDING, canonicals);
    var all = countByHost(images, UpdateState.ALL, canonicals);
    var merged = merged();
    var reports = history.reports(canonicals, now);
    var pinged = heartbeats.ofHosts(canonicals);
    var hosts =
        database.list(
            """
            WITH seen AS (
              SELECT canonical, min(first_seen_at) AS first_seen_at, max(last_seen_at) AS last_seen_at
              FROM hosts GROUP BY canonical
            ), versions AS (
              SELECT canonical, diun_version,
                     row_number() OVER (PARTITION BY canonical
                                        ORDER BY diun_version = '', last_seen_at DESC, hostname) AS place
              FROM hosts
            )
            SELECT h.hostname, h.display_name, v.diun_version, s.first_seen_at, s.last_seen_at,
                   h.alarm_muted_at, h.alarm_muted_until
            FROM hosts h
            JOIN seen s ON s.canonical = h.hostname
            JOIN versions v ON v.canonical = h.hostname AND v.place = 1""",
            row -> {
              var hostname = row.getString("hostname");
              return host(
                  row,
                  now,
                  new Host.Counts(
                      pending.getOrDefault(hostname, 0L), all.getOrDefault(hostname, 0L)),
                  reports.getOrDefault(hostname, Reports.NONE),
                  pinged.get(hostname),
                  merged.getOrDefault(hostname, List.of()));
            });
    return hosts.stream()
        .sorted(
            comparing(Host::displayName, String.CASE_INSENSITIVE_ORDER).thenComparing(Host::host))
        .toList();
  }

  private static Map<String, Long> countByHost(
      CountedImages images, UpdateState state, Map<String, String> canonicals) {
    return images.byEach(
        image ->
            image.values(
                place -> state.includes(place.state()), place -> canonicals.get(place.hostname())));
  }

  private static Host host(
      ResultSet row,
      Instant now,
      Host.Counts counts,
      Reports reports,
      HostHeartbeat heartbeat,
      List<Host.Merged> merged)
      throws SQLException {
    var lastSeenAt = Columns.instant(row, "last_seen_at");
    var fact = Optional.ofNullable(heartbeat).flatMap(each -> each.assess(now));
    var assessment = fact.orElseGet(() -> reports.assess(lastSeenAt, now));
    return new Host(
        row.getString("hostname"),
        Columns.text(row, "display_name"),
        Columns.text(row, "diun_version"),
        Columns.instant(row, "first_seen_at"),
        lastSeenAt,
        counts,
        reports.notifications(),
        reports.usualGapSeconds(),
        assessment.silentSince(),
        EnumNames.of(assessment.state()),
        fact.isPresent() ? "heartbeat" : "guess",
        mute(row).endAt(lastSeenAt, now).orElse(null),
        heartbeat,
        merged);
  }

  /** Returns merged hosts by the host that they count as. */
  private Map<String, List<Host.Merged>> merged() {
    return database
        .list(
            "SELECT hostname, display_name, merged_into, canonical, last_seen_at FROM hosts WHERE merged_into IS NOT NULL",
            row ->
                Map.entry(
                    row.getString("canonical"),
                    new Host.Merged(
                        row.getString("hostname"),
                        Columns.text(row, "display_name"),
                        row.getString("merged_into"),
                        Columns.instant(row, "last_seen_at"))))
        .stream()
        .sorted(comparing(entry -> entry.getValue().host()))
        .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
  }

  /**
   * The name of a host and its place among merges.
   *
   * @param displayName empty if users gave it none
   * @param mergedInto null if it is not merged
   * @param canonical the host that it counts as, possibly itself
   */
  record HostIdentity(String hostname, String displayName, String mergedInto, String canonical) {}
}
