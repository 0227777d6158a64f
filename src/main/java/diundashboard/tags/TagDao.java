package diundashboard.tags;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import diundashboard.platform.database.Database;
import diundashboard.platform.database.DatabaseException;
import diundashboard.platform.database.DatabaseException.Kind;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tables {@code tags} and {@code tag_rules}. */
@Dependent
public final class TagDao {

  private final Database database;

  @Inject
  public TagDao(Database database) {
    this.database = database;
  }

  /** All tags by name. */
  List<Tag> list() {
    return database.list("SELECT id, name FROM tags ORDER BY name", TagDao::tag);
  }

  /** All tags by position. */
  List<TagDetails> details() {
    var rules =
        database
            .list(
                "SELECT tag_id, field, pattern FROM tag_rules ORDER BY id",
                row -> Map.entry(row.getInt("tag_id"), rule(row)))
            .stream()
            .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    return database.list(
        detailsOf("TRUE"), row -> details(row, rules.getOrDefault(row.getInt("id"), List.of())));
  }

  /** A tag as this transaction has left it. */
  TagDetails details(int id) {
    var rules =
        database.changeReturningAll(
            "SELECT field, pattern FROM tag_rules WHERE tag_id = ? ORDER BY id", TagDao::rule, id);
    return database
        .changeReturning(detailsOf("t.id = ?"), row -> details(row, rules), id)
        .orElseThrow();
  }

  /** Creates a tag behind all others, unless the name is taken. */
  Optional<Tag> create(TagPatch tag) {
    return database.changeReturning(
        """
        INSERT INTO tags (name, colour, position)
        SELECT ?, ?, coalesce(max(position) + 1, 0) FROM tags WHERE TRUE
        ON CONFLICT (name) DO NOTHING
        RETURNING id, name""",
        TagDao::tag,
        tag.name(),
        tag.colour());
  }

  /**
   * Changes a tag, if it is there.
   *
   * @throws TagNameTakenException if another one has the name
   */
  Optional<Tag> change(int id, TagPatch change) {
    try {
      return database.changeReturning(
          """
          UPDATE tags SET name = coalesce(?, name), colour = coalesce(?, colour), position = coalesce(?, position)
          WHERE id = ?
          RETURNING id, name""",
          TagDao::tag,
          change.name(),
          change.colour(),
          change.position(),
          id);
    } catch (DatabaseException e) {
      if (e.kind() == Kind.CONSTRAINT) throw new TagNameTakenException();
      throw e;
    }
  }

  /** Gives a tag these rules instead of those that it has. */
  void replaceRules(int id, List<TagRule> rules) {
    database.change("DELETE FROM tag_rules WHERE tag_id = ?", id);
    for (var rule : rules) {
      database.change(
          "INSERT INTO tag_rules (tag_id, field, pattern) VALUES (?, ?, ?)",
          id,
          rule.field(),
          rule.pattern());
    }
  }

  List<TagRule> rules(int id) {
    return database.list(
        "SELECT field, pattern FROM tag_rules WHERE tag_id = ? ORDER BY id", TagDao::rule, id);
  }

  boolean exists(int id) {
    return database.find("SELECT id, name FROM tags WHERE id = ?", TagDao::tag, id).isPresent();
  }

  /** Keeps a tag from being deleted before the transaction ends. */
  Optional<Tag> lockForShare(int id) {
    return database.changeReturning(
        "SELECT id, name FROM tags WHERE id = ?" + database.dialect().forKeyShare(),
        TagDao::tag,
        id);
  }

  /**
   * Locks all tags until the transaction ends. Whoever changes them begins with this, as
   * PostgreSQL's {@code FOR KEY SHARE} of a row that is being changed may wait in a circle.
   */
  void lock() {
    database.dialect().lockTable("tags").ifPresent(database::change);
  }

  /** The ids by position. */
  List<Integer> ids() {
    return database.changeReturningAll(
        "SELECT id FROM tags ORDER BY position, name", row -> row.getInt("id"));
  }

  /** Gives all tags positions in this order. */
  void order(Collection<Integer> ids) {
    int position = 0;
    for (var id : ids) {
      database.change("UPDATE tags SET position = ? WHERE id = ?", position++, id);
    }
  }

  /**
   * Deletes a tag with its rules and frees its images, if it is there. These are locked in order
   * first, so that nobody who frees several waits in a circle.
   */
  Optional<Tag> delete(int id) {
    database.changeReturningAll(
        "SELECT image FROM tag_assignments WHERE tag_id = ? ORDER BY image"
            + database.dialect().forUpdate(),
        row -> true,
        id);
    return database.changeReturning(
        "DELETE FROM tags WHERE id = ? RETURNING id, name", TagDao::tag, id);
  }

  private static String detailsOf(String condition) {
    return """
        SELECT t.id, t.name, t.colour, t.position, count(u.image) AS images,
               count(CASE WHEN u.acknowledged_at IS NULL AND u.snoozed_until IS NULL THEN u.image END) AS pending
        FROM tags t
        LEFT JOIN tag_assignments a ON a.tag_id = t.id
        LEFT JOIN updates u ON u.image = a.image
        WHERE %s
        GROUP BY t.id, t.name, t.colour, t.position
        ORDER BY t.position, t.name"""
        .formatted(condition);
  }

  private static TagDetails details(ResultSet row, List<TagRule> rules) throws SQLException {
    var colour = row.getString("colour");
    return new TagDetails(
        row.getInt("id"),
        row.getString("name"),
        colour.isEmpty() ? null : colour,
        row.getInt("position"),
        new TagDetails.Counts(row.getInt("pending"), row.getInt("images")),
        rules);
  }

  private static Tag tag(ResultSet row) throws SQLException {
    return new Tag(row.getInt("id"), row.getString("name"));
  }

  private static TagRule rule(ResultSet row) throws SQLException {
    return new TagRule(row.getString("field"), row.getString("pattern"));
  }
}
