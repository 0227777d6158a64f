package diundashboard.images;

import static java.util.stream.Collectors.groupingBy;

import diundashboard.platform.database.Columns;
import diundashboard.platform.database.Database;
import diundashboard.platform.database.NamedParameters;
import diundashboard.platform.json.JsonReaders;
import diundashboard.versions.ChangeKind;
import diundashboard.versions.VersionChange;
import diundashboard.versions.VersionChange.Installed;
import diundashboard.versions.VersionChange.Reported;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the table {@code occurrences} by repository, and writes what updates change. */
@Dependent
public final class TagGroupDao {

  private static final String CURRENT_TAG = "current_tag";

  private static final String LATER_COLUMNS =
      """
      coalesce((SELECT d.version FROM digests d WHERE d.digest = o.digest), '') AS label,
      coalesce((SELECT d.version FROM digests d WHERE d.digest = o.done_digest), '') AS done_label,
      %s AS is_held"""
          .formatted(HoldDao.IS_HELD);

  private static final String COLUMNS_OF_VERSION_16 =
      "'' AS label, '' AS done_label, FALSE AS is_held";

  private final Database database;
  private final String laterColumns;

  @Inject
  public TagGroupDao(Database database) {
    this(database, LATER_COLUMNS);
  }

  private TagGroupDao(Database database, String laterColumns) {
    this.database = database;
    this.laterColumns = laterColumns;
  }

  /** For the migration to V16, which has neither labels nor holds. */
  public static TagGroupDao ofVersion16(Database database) {
    return new TagGroupDao(database, COLUMNS_OF_VERSION_16);
  }

  /**
   * Returns the tags of each group, without those that a newer one has superseded. The tags of an
   * import, which has no workload, were in use at all workloads of the host.
   */
  Map<TagGroup, List<TagAtPlace>> read(Collection<TagGroup> groups) {
    return database
        .changeRowsReturning(
            """
            WITH tag_group (hostname, workload, repository) AS (
              VALUES (:hostname, :workload, :repository)
            )
            SELECT o.image, g.hostname, g.workload, o.repository, o.workload = g.workload AS is_here, o.status, o.digest, o.state, o.done_at,
                   o.done_digest, o.change_rank, o.change_from, o.change_to,
                   CASE WHEN o.metadata LIKE '%%"current_tag"%%' THEN o.metadata END AS metadata,
                   %s
            FROM tag_group g
            JOIN occurrences o ON o.hostname = g.hostname AND o.workload IN (g.workload, '') AND o.repository = g.repository
            WHERE (o.done_at IS NOT NULL OR o.acknowledged_at IS NULL)
              AND (o.workload = g.workload OR o.provider = '' AND o.done_at IS NOT NULL)"""
                .formatted(laterColumns),
            TagGroupDao::tag,
            groups.stream().distinct().map(TagGroupDao::parametersOf).toList())
        .stream()
        .collect(groupingBy(TagAtPlace::group));
  }

  private static NamedParameters parametersOf(TagGroup group) {
    return NamedParameters.of("hostname", group.hostname())
        .with("workload", group.workload())
        .with("repository", group.repository());
  }

  private static TagAtPlace tag(ResultSet row) throws SQLException {
    var image = row.getString("image");
    var tag = Image.ofKey(image).tag();
    var isHere = row.getBoolean("is_here");
    return new TagAtPlace(
        new TagGroup(
            row.getString("hostname"), row.getString("workload"), row.getString("repository")),
        image,
        new Reported(
            tag,
            row.getString("digest"),
            row.getString("status").equals("update"),
            currentTagIn(row.getString("metadata")),
            row.getString("label")),
        isHere,
        isHere && UpdateState.of(row.getString("state")).isOpen(),
        isHere && row.getBoolean("is_held"),
        installed(tag, row),
        changeOf(row));
  }

  private static String currentTagIn(String metadata) {
    return metadata == null
        ? ""
        : JsonReaders.read(metadata).asJsonObject().getString(CURRENT_TAG, "");
  }

  /** Reads what an update changes, of a row of an image or an occurrence. */
  public static VersionChange changeOf(ResultSet row) throws SQLException {
    return new VersionChange(
        ChangeKind.ofRank(row.getInt("change_rank")),
        row.getString("change_from"),
        row.getString("change_to"));
  }

  private static Optional<Installed> installed(String tag, ResultSet row) throws SQLException {
    var at = Columns.instant(row, "done_at");
    return at == null
        ? Optional.empty()
        : Optional.of(
            Installed.of(tag, row.getString("done_digest"), at, row.getString("done_label")));
  }

  /** Stores what tags change now. */
  void update(Collection<TagAtPlace> tags) {
    database.changeRows(
        """
        WITH changed (image, hostname, workload, change_rank, change_from, change_to) AS (
          VALUES (:image, :hostname, :workload, :rank, :from, :to)
        )
        UPDATE occurrences SET change_rank = CAST(c.change_rank AS INTEGER), change_from = c.change_from,
                               change_to = c.change_to
        FROM changed c
        WHERE occurrences.image = c.image AND occurrences.hostname = c.hostname
          AND occurrences.workload = c.workload""",
        tags.stream().map(TagGroupDao::parametersOf).toList());
  }

  private static NamedParameters parametersOf(TagAtPlace tag) {
    return NamedParameters.of("image", tag.image())
        .with("hostname", tag.group().hostname())
        .with("workload", tag.group().workload())
        .with("rank", tag.change().kind().rank())
        .with("from", tag.change().from())
        .with("to", tag.change().to());
  }

  /** Returns the groups of the open tags at the places that an action changed. */
  List<TagGroup> groupsOf(long action, Collection<String> images) {
    return groupsOf("TRUE", action, images);
  }

  private List<TagGroup> groupsOf(String condition, long action, Collection<String> images) {
    return database.changeReturningAll(
        """
        SELECT DISTINCT o.hostname, o.workload, o.repository
        FROM change_occurrences c
        JOIN occurrences o ON o.image = c.image AND o.hostname = c.hostname AND o.workload = c.workload
        WHERE c.change_id = ? AND c.image IN (?...) AND (%s)"""
            .formatted(condition),
        row -> new TagGroup(row.getString(1), row.getString(2), row.getString(3)),
        action,
        images);
  }

  /** Returns the groups of the tags whose holds an action ended. */
  List<TagGroup> groupsOfHolds(long action, Collection<String> images) {
    return groupsOf("c.snoozed_until IS NOT NULL AND c.hold_from IS NOT NULL", action, images);
  }

  /** Returns the groups with tags that have digests, or had them when they were marked as done. */
  List<TagGroup> groupsWith(Collection<String> repositories, Collection<String> digests) {
    return database.changeReturningAll(
        """
        SELECT DISTINCT hostname, workload, repository FROM occurrences
        WHERE repository IN (?...) AND (digest IN (?...) OR done_digest IN (?...))""",
        row -> new TagGroup(row.getString(1), row.getString(2), row.getString(3)),
        repositories,
        digests,
        digests);
  }

  /**
   * Returns the open tags of the same repositories at the places of images, including them.
   *
   * @param images keys
   */
  List<String> beside(Collection<String> images) {
    return database.list(
        """
        SELECT DISTINCT o.image
        FROM (SELECT DISTINCT hostname, workload, repository FROM occurrences WHERE image IN (?...)) g
        JOIN occurrences o ON o.hostname = g.hostname AND o.workload = g.workload AND o.repository = g.repository
        WHERE o.acknowledged_at IS NULL""",
        row -> row.getString(1),
        images);
  }

  /**
   * Returns the next groups in the order of the index.
   *
   * @param after the last group before them
   */
  List<TagGroup> after(TagGroup after, int limit) {
    return database.list(
        """
        SELECT DISTINCT repository, hostname, workload FROM occurrences
        WHERE (repository, hostname, workload) > (?, ?, ?)
        ORDER BY repository, hostname, workload LIMIT ?""",
        row -> new TagGroup(row.getString(2), row.getString(3), row.getString(1)),
        after.repository(),
        after.hostname(),
        after.workload(),
        limit);
  }
}
