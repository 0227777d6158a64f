package diundashboard.tags;

import diundashboard.database.Database;
import diundashboard.database.DatabaseException;
import diundashboard.database.DatabaseException.Kind;
import diundashboard.images.Image;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The tables {@code tags} and {@code tag_assignments}. */
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

  boolean exists(int id) {
    return database.find("SELECT id, name FROM tags WHERE id = ?", TagDao::tag, id).isPresent();
  }

  /** Creates a tag, unless the name is taken. */
  Optional<Tag> create(String name) {
    return database.changeReturning(
        """
        INSERT INTO tags (name) VALUES (?)
        ON CONFLICT (name) DO NOTHING
        RETURNING id, name""",
        TagDao::tag,
        name);
  }

  /** Deletes a tag and frees its images; says whether it was there. */
  boolean delete(int id) {
    return database.change("DELETE FROM tags WHERE id = ?", id) > 0;
  }

  /** Gives an image its one tag; says whether the tag was there. */
  boolean assign(Image image, int id) {
    try {
      database.change(
          """
          INSERT INTO tag_assignments (image, tag_id) VALUES (?, ?)
          ON CONFLICT (image) DO UPDATE SET tag_id = excluded.tag_id""",
          image.key(),
          id);
      return true;
    } catch (DatabaseException e) {
      if (e.kind() == Kind.CONSTRAINT) return false;
      throw e;
    }
  }

  void unassign(Image image) {
    database.change("DELETE FROM tag_assignments WHERE image = ?", image.key());
  }

  private static Tag tag(ResultSet row) throws SQLException {
    return new Tag(row.getInt("id"), row.getString("name"));
  }
}
