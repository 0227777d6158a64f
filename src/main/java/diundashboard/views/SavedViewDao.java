package diundashboard.views;

import diundashboard.platform.database.Database;
import diundashboard.platform.database.DatabaseException;
import diundashboard.platform.database.DatabaseException.Kind;
import diundashboard.platform.database.NamedParameters;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The table {@code saved_views}. */
@Dependent
public final class SavedViewDao {

  private static final String COLUMNS = "id, name, query, sort_order, grouped_by";

  private final Database database;

  @Inject
  public SavedViewDao(Database database) {
    this.database = database;
  }

  /** Lists the views of an owner by name. */
  List<SavedView> list(String owner) {
    return database.list(
        "SELECT %s FROM saved_views WHERE owner = ? ORDER BY name_key%s, id"
            .formatted(COLUMNS, database.dialect().collateC()),
        SavedViewDao::view,
        owner);
  }

  /** Counts the views of an owner, as the current transaction has written them. */
  int count(String owner) {
    return database
        .changeReturning(
            "SELECT count(*) AS views FROM saved_views WHERE owner = ?",
            row -> row.getInt("views"),
            owner)
        .orElse(0);
  }

  /** Creates a view. Empty if the owner has another one of this name. */
  Optional<SavedView> create(String owner, SavedViewRequest request) {
    return database.changeReturning(
        """
        INSERT INTO saved_views (owner, name, name_key, query, sort_order, grouped_by)
        VALUES (:owner, :name, :key, :query, :order, :group)
        ON CONFLICT (owner, name_key) DO NOTHING
        RETURNING %s"""
            .formatted(COLUMNS),
        SavedViewDao::view,
        parameters(owner, request));
  }

  /**
   * Replaces a view. Empty if the owner has none with this id.
   *
   * @throws ViewNameTakenException if the owner has another one of this name
   */
  Optional<SavedView> replace(String owner, int id, SavedViewRequest request) {
    try {
      return database.changeReturning(
          """
          UPDATE saved_views
          SET name = :name, name_key = :key, query = :query, sort_order = :order, grouped_by = :group
          WHERE id = :id AND owner = :owner
          RETURNING %s"""
              .formatted(COLUMNS),
          SavedViewDao::view,
          parameters(owner, request).with("id", id));
    } catch (DatabaseException e) {
      if (e.kind() == Kind.CONSTRAINT) throw new ViewNameTakenException(request.name());
      throw e;
    }
  }

  /** Deletes a view. Returns false if the owner has none with this id. */
  boolean delete(String owner, int id) {
    return database
        .changeReturning(
            "DELETE FROM saved_views WHERE id = ? AND owner = ? RETURNING " + COLUMNS,
            SavedViewDao::view,
            id,
            owner)
        .isPresent();
  }

  private static NamedParameters parameters(String owner, SavedViewRequest request) {
    return NamedParameters.of("owner", owner)
        .with("name", request.name())
        .with("key", request.key())
        .with("query", request.query())
        .with("order", request.order().value())
        .with("group", request.group().value());
  }

  private static SavedView view(ResultSet row) throws SQLException {
    return new SavedView(
        row.getInt("id"),
        row.getString("name"),
        row.getString("query"),
        row.getString("sort_order"),
        row.getString("grouped_by"));
  }
}
