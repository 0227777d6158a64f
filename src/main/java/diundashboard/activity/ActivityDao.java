package diundashboard.activity;

import static java.time.temporal.ChronoUnit.MINUTES;

import diundashboard.images.UpdateConditions;
import diundashboard.platform.database.Columns;
import diundashboard.platform.database.Condition;
import diundashboard.platform.database.Database;
import diundashboard.platform.database.Timestamps;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Reads the activity log, the table {@code activity}, to which {@link ActivityLog} appends. */
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

  /** The entries before an id, newest first. */
  List<ActivityEntry> list(ActivityFilter filter, long before, int limit) {
    var condition = conditionOf(filter).and(Condition.of("a.id < ?", before));
    return database.list(
        "SELECT %s FROM activity a WHERE %s ORDER BY a.id DESC LIMIT ?"
            .formatted(COLUMNS, condition.sql()),
        ActivityDao::activity,
        condition.parameters(List.of(), List.of(limit)));
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

  /** Returns the version of the data at a moment. An empty log tells none, so it is a new one. */
  public DataVersion version(Instant now) {
    var range = range();
    var validSince = range.newest == 0 ? now : now.truncatedTo(MINUTES);
    return new DataVersion(range.oldest, range.newest, validSince);
  }

  /** The ids of the oldest and the newest entry. */
  public Range range() {
    return database
        .find(
            "SELECT (SELECT min(id) FROM activity), (SELECT max(id) FROM activity)",
            row -> new Range(row.getLong(1), row.getLong(2)))
        .orElseThrow();
  }

  /**
   * A range of ids, both 0 if the log is empty.
   *
   * @param oldest inclusive
   * @param newest inclusive
   */
  public record Range(long oldest, long newest) {}

  /** Returns whether the log has an entry. */
  public boolean hasEntry(long id) {
    return database.find("SELECT 1 FROM activity WHERE id = ?", row -> true, id).isPresent();
  }

  /** Describes which entries the log has. */
  public Extent extent() {
    return database
        .find(
            """
            SELECT first_at, (SELECT count(*) FROM activity WHERE at = first_at) AS first_count,
                   (SELECT max(id) FROM activity) AS newest
            FROM (SELECT min(at) AS first_at FROM activity) bounds""",
            row ->
                new Extent(
                    row.getString("first_at"), row.getLong("first_count"), row.getLong("newest")))
        .orElseThrow();
  }

  /**
   * Describes which entries the log has. Retention deletes entries in the order of their time, so
   * between two extents with the same start, no entries were deleted.
   *
   * @param firstAt the earliest time of an entry, null if the log is empty
   * @param firstCount number of entries at that time
   * @param newest id of the newest entry, 0 if the log is empty
   */
  public record Extent(String firstAt, long firstCount, long newest) {

    public static final Extent EMPTY = new Extent(null, 0, 0);

    public boolean isEmpty() {
      return firstAt == null;
    }

    public boolean hasStartOf(Extent other) {
      return Objects.equals(firstAt, other.firstAt) && firstCount == other.firstCount;
    }
  }

  private static Condition conditionOf(ActivityFilter filter) {
    var conditions = new ArrayList<Condition>();
    if (filter.image() != null) conditions.add(Condition.of("a.image = ?", filter.image()));
    if (filter.host() != null) conditions.add(UpdateConditions.onHost("a.hostname", filter.host()));
    if (!filter.kinds().isEmpty()) conditions.add(Condition.in("a.kind", names(filter.kinds())));
    if (filter.actor() != null) conditions.add(Condition.of("a.actor = ?", filter.actor()));
    if (filter.from() != null) conditions.add(Condition.of("a.at >= ?", filter.from()));
    if (filter.to() != null) conditions.add(Condition.of("a.at < ?", filter.to()));
    return Condition.all(conditions);
  }

  private static List<String> names(List<ActivityKind> kinds) {
    return kinds.stream().map(ActivityKind::value).toList();
  }

  private static ActivityEntry activity(ResultSet row) throws SQLException {
    return new ActivityEntry(
        row.getLong("id"),
        Timestamps.parse(row.getString("at")),
        row.getString("kind"),
        Columns.text(row, "image"),
        Columns.text(row, "hostname"),
        Columns.text(row, "workload"),
        Columns.text(row, "digest"),
        Columns.text(row, "actor"),
        Columns.text(row, "note"),
        row.getString("change_id") == null ? null : row.getLong("change_id"));
  }
}
