package diundashboard.tags;

import diundashboard.counts.CountedImages;
import diundashboard.counts.ImageProfile;
import diundashboard.images.UpdateState;
import diundashboard.platform.database.Columns;
import diundashboard.platform.database.Database;
import diundashboard.platform.database.DatabaseException;
import diundashboard.platform.database.DatabaseException.Kind;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The table {@code tags}. */
@Dependent
public final class TagDao {

  private final Database database;

  @Inject
  public TagDao(Database database) {
    this.database = database;
  }

  /** Returns all tags by name. */
  List<Tag> list() {
    return database.list("SELECT id, name FROM tags ORDER BY name", TagDao::tag);
  }

  /**
   * Returns all tags by position, without their rules.
   *
   * @param images whose numbers are shown with the tags
   */
  List<TagDetails> details(CountedImages images) {
    var pending =
        images.where(image -> image.state() == UpdateState.PENDING).by(ImageProfile::tagId);
    var all = images.by(ImageProfile::tagId);
    return database.list(
        "SELECT id, name, colour, position, hold FROM tags ORDER BY position, name",
        row -> {
          var id = row.getInt("id");
          return details(
              row, new TagDetails.Counts(pending.getOrDefault(id, 0L), all.getOrDefault(id, 0L)));
        });
  }

  /** Returns a tag as the current transaction has written it, without its rules. */
  TagDetails details(int id) {
    return database
        .changeReturning(
            """
            SELECT t.id, t.name, t.colour, t.position, t.hold, count(u.image) AS images,
                   count(CASE WHEN u.state = 'pending' THEN u.image END) AS pending
            FROM tags t
            LEFT JOIN tag_assignments a ON a.tag_id = t.id
            LEFT JOIN updates u ON u.image = a.image
            WHERE t.id = ?
            GROUP BY t.id, t.name, t.colour, t.position, t.hold""",
            row ->
                details(row, new TagDetails.Counts(row.getLong("pending"), row.getLong("images"))),
            id)
        .orElseThrow(NoSuchTagException::new);
  }

  /**
   * Creates a tag after all others.
   *
   * @return empty if the name is taken
   */
  Optional<Tag> create(TagPatch tag) {
    return database.changeReturning(
        """
        INSERT INTO tags (name, colour, hold, position)
        SELECT ?, ?, nullif(?, ''), coalesce(max(position) + 1, 0) FROM tags WHERE TRUE
        ON CONFLICT (name) DO NOTHING
        RETURNING id, name""",
        TagDao::tag,
        tag.name(),
        tag.colour(),
        tag.hold());
  }

  /**
   * Changes a tag.
   *
   * @return empty if there is no such tag
   * @throws TagNameTakenException if another tag has the name
   */
  Optional<Tag> change(int id, TagPatch change) {
    try {
      return database.changeReturning(
          """
          UPDATE tags SET name = coalesce(?, name), colour = coalesce(?, colour), position = coalesce(?, position),
                          hold = nullif(coalesce(?, hold), '')
          WHERE id = ?
          RETURNING id, name""",
          TagDao::tag,
          change.name(),
          change.colour(),
          change.position(),
          change.hold(),
          id);
    } catch (DatabaseException e) {
      if (e.kind() == Kind.CONSTRAINT) throw new TagNameTakenException(change.name());
      throw e;
    }
  }

  boolean exists(int id) {
    return database.find("SELECT id, name FROM tags WHERE id = ?", TagDao::tag, id).isPresent();
  }

  /** Locks a tag against deletion (FOR KEY SHARE). */
  Optional<Tag> lockForShare(int id) {
    return database.changeReturning(
        "SELECT id, name FROM tags WHERE id = ?" + database.dialect().forKeyShare(),
        TagDao::tag,
        id);
  }

  /**
   * Locks all tags until the transaction ends. Every change of tags starts with this lock, because
   * {@link #lockForShare} of a row that is being changed can deadlock on PostgreSQL.
   */
  void lock() {
    database.dialect().lockTable("tags").ifPresent(database::change);
  }

  /** Returns all ids by position, as the current transaction has written them. */
  List<Integer> ids() {
    return database.changeReturningAll(
        "SELECT id FROM tags ORDER BY position, name", row -> row.getInt("id"));
  }

  /** Numbers the positions of all tags in this order. */
  void order(Collection<Integer> ids) {
    int position = 0;
    for (var id : ids) {
      database.change("UPDATE tags SET position = ? WHERE id = ?", position++, id);
    }
  }

  /**
   * Deletes a tag with its rules and assignments. The assignments are locked in order first, so
   * that concurrent transactions do not deadlock.
   *
   * @return empty if there is no such tag
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

  private static TagDetails details(ResultSet row, TagDetails.Counts counts) throws SQLException {
    return new TagDetails(
        row.getInt("id"),
        row.getString("name"),
        Columns.text(row, "colour"),
        row.getInt("position"),
        row.getString("hold"),
        counts,
        List.of());
  }

  private static Tag tag(ResultSet row) throws SQLException {
    return new Tag(row.getInt("id"), row.getString("name"));
  }
}
