package diundashboard.activity;

import diundashboard.platform.database.Condition;
import diundashboard.platform.database.Database;
import diundashboard.platform.database.Timestamps;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The table {@code activity}. Its ids are in the order of the commits, so that who has read up to
 * an id has missed nothing before it: whatever is appended must be the last that its transaction
 * does.
 */
@Dependent
public final class ActivityDao {

  /** All but the raw notification, which is large. */
  private static final String COLUMNS =
      "id, at, kind, image, hostname, workload, digest, actor, note, change_id";

  private final Database database;

  @Inject
  public ActivityDao(Database database) {
    this.database = database;
  }

  /**
   * Appends a notification.
   *
   * @param opened whether the image was not pending before
   */
  public void notified(
      Instant at,
      String image,
      String hostname,
      String workload,
      String digest,
      boolean opened,
      String body) {
    inOrder();
    database.change(
        """
        INSERT INTO activity (at, kind, image, hostname, workload, digest, actor, opened, body)
        VALUES (?, 'notified', ?, ?, ?, ?, ?, ?, ?)""",
        Timestamps.format(at),
        image,
        hostname,
        workload,
        digest,
        hostname,
        opened ? 1 : 0,
        body);
  }

  /** Appends what somebody did to one image, host or tag; whatever it does not concern is empty. */
  public void append(
      Instant at, ActivityKind kind, String image, String hostname, String actor, String note) {
    inOrder();
    database.change(
        "INSERT INTO activity (at, kind, image, hostname, actor, note) VALUES (?, ?, ?, ?, ?, ?)",
        Timestamps.format(at),
        kind.value(),
        image,
        hostname,
        actor,
        note);
  }

  /**
   * Appends what one change did, a row for each image.
   *
   * @param images the keys of all that it touched
   * @param moved those of them that became done or pending by it
   * @param opened 1 if these became pending, -1 if they became done
   */
  public void appendAll(
      Change change, Collection<String> images, Collection<String> moved, int opened) {
    inOrder();
    database.change(
        """
        INSERT INTO activity (at, kind, image, hostname, workload, digest, actor, note, change_id, pending_since, opened)
        SELECT ?, ?, image, ?, ?, digest, ?, ?, ?, pending_since, CASE WHEN image IN (?...) THEN ? ELSE 0 END
        FROM updates WHERE image IN (?...)
        ORDER BY image%s"""
            .formatted(database.dialect().collateC()),
        Timestamps.format(change.at()),
        change.kind().value(),
        change.hostname(),
        change.workload(),
        change.actor(),
        change.note(),
        change.id(),
        moved,
        opened,
        images);
  }

  /**
   * What somebody did to many images at once.
   *
   * @param id of the row in {@code changes}; null where there is none
   * @param hostname of the only host that it concerns, or empty
   * @param workload the only one that it concerns, or empty
   */
  public record Change(
      Instant at,
      ActivityKind kind,
      Long id,
      String hostname,
      String workload,
      String actor,
      String note) {}

  /** What happened before an id, the newest first. */
  List<ActivityEntry> list(ActivityFilter filter, long before, int limit) {
    var condition = conditionOf(filter).and(Condition.of("a.id < ?", before));
    var parameters = new ArrayList<>(condition.parameters());
    parameters.add(limit);
    return database.list(
        "SELECT %s FROM activity a WHERE %s ORDER BY a.id DESC LIMIT ?"
            .formatted(COLUMNS, condition.sql()),
        ActivityDao::activity,
        parameters.toArray());
  }

  /** The entries that follow an id, oldest first. */
  public List<ActivityEntry> after(long id, int limit) {
    return database.list(
        "SELECT %s FROM activity WHERE id > ? ORDER BY id LIMIT ?".formatted(COLUMNS),
        ActivityDao::activity,
        id,
        limit);
  }

  /** The id of the newest entry, 0 if there is none. It grows with every change of the data. */
  public long latestId() {
    return database
        .find("SELECT coalesce(max(id), 0) FROM activity", row -> row.getLong(1))
        .orElseThrow();
  }

  /** The ids of the first and the last row that are kept; 0 where there is none. */
  public Range range() {
    return database
        .find(
            "SELECT (SELECT min(id) FROM activity), (SELECT max(id) FROM activity)",
            row -> new Range(row.getLong(1), row.getLong(2)))
        .orElseThrow();
  }

  /**
   * What is kept of the log.
   *
   * @param oldest its first id, or 0 if it is empty
   * @param newest its last id, or 0 if it is empty
   */
  public record Range(long oldest, long newest) {}

  private static Condition conditionOf(ActivityFilter filter) {
    var conditions = new ArrayList<Condition>();
    if (filter.image() != null) conditions.add(Condition.of("a.image = ?", filter.image()));
    if (filter.host() != null) conditions.add(onHost(filter.host()));
    if (!filter.kinds().isEmpty()) conditions.add(ofKinds(filter.kinds()));
    if (filter.actor() != null) conditions.add(Condition.of("a.actor = ?", filter.actor()));
    if (filter.from() != null)
      conditions.add(Condition.of("a.at >= ?", Timestamps.format(filter.from())));
    if (filter.to() != null)
      conditions.add(Condition.of("a.at < ?", Timestamps.format(filter.to())));
    return Condition.all(conditions);
  }

  private static Condition onHost(String host) {
    return Condition.of(
        """
        a.hostname IN (SELECT CAST(? AS TEXT) UNION
                       SELECT h.hostname FROM hosts h JOIN hosts c ON c.hostname = h.canonical
                       WHERE ? IN (c.hostname, c.display_name))""",
        host,
        host);
  }

  private static Condition ofKinds(List<ActivityKind> kinds) {
    return Condition.in("a.kind", kinds.stream().map(ActivityKind::value).toList());
  }

  private static ActivityEntry activity(ResultSet row) throws SQLException {
    return new ActivityEntry(
        row.getLong("id"),
        Timestamps.parse(row.getString("at")),
        row.getString("kind"),
        known(row.getString("image")),
        known(row.getString("hostname")),
        known(row.getString("workload")),
        known(row.getString("digest")),
        known(row.getString("actor")),
        known(row.getString("note")),
        row.getString("change_id") == null ? null : row.getLong("change_id"));
  }

  private static String known(String text) {
    return text.isEmpty() ? null : text;
  }

  private void inOrder() {
    database
        .dialect()
        .serializeCommits()
        .ifPresent(lock -> database.changeReturningAll(lock, row -> true));
  }
}
