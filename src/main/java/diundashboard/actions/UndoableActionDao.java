package diundashboard.actions;

import diundashboard.activity.retention.Prunable;
import diundashboard.images.ActionStamp;
import diundashboard.platform.database.Columns;
import diundashboard.platform.database.Database;
import diundashboard.platform.database.NamedParameters;
import diundashboard.platform.database.Timestamps;
import diundashboard.platform.json.JsonReaders;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonString;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The table {@code changes}, one row for each action that users can undo. */
@Dependent
public final class UndoableActionDao implements Prunable {

  /** Images that a row names. */
  private static final int EXAMPLES = 5;

  private final Database database;

  @Inject
  public UndoableActionDao(Database database) {
    this.database = database;
  }

  /** Creates an action, and returns its stamp with its id. */
  ActionStamp create(ActionType type, ActionStamp stamp) {
    return database
        .changeReturning(
            "INSERT INTO changes (kind, at, actor, note) VALUES (:kind, :at, :actor, :note) RETURNING id",
            row -> new ActionStamp(row.getLong(1), stamp.at(), stamp.actor(), stamp.note()),
            NamedParameters.of("kind", type.value())
                .with("at", stamp.at())
                .with("actor", stamp.actor())
                .with("note", stamp.note()))
        .orElseThrow();
  }

  /** Locks an action until the transaction ends. Returns false if it has been undone. */
  boolean lockUnlessUndone(long id) {
    return database
        .changeReturning(
            "SELECT id FROM changes WHERE id = ? AND undone_at IS NULL"
                + database.dialect().forUpdate(),
            row -> true,
            id)
        .isPresent();
  }

  /** Adds the images and occurrences that a portion of an action changed. */
  void addChanges(long id, Collection<String> images, int occurrences) {
    database.change(
        """
        UPDATE changes SET count = count + ?, occurrences = occurrences + ?,
                           examples = CASE WHEN count = 0 THEN ? ELSE examples END
        WHERE id = ?""",
        images.size(),
        occurrences,
        images.stream().limit(EXAMPLES).toList(),
        id);
  }

  /**
   * Lists actions that changed images, newest first.
   *
   * @param before id before which the list begins
   * @param limit maximum number of actions
   */
  List<PastAction> list(ActionType type, long before, int limit) {
    return database.list(
        """
        SELECT id, at, actor, note, count, occurrences, examples, undone_at FROM changes
        WHERE kind = ? AND id < ? AND count > 0
        ORDER BY id DESC LIMIT ?""",
        row ->
            new PastAction(
                row.getLong("id"),
                Timestamps.parse(row.getString("at")),
                Columns.text(row, "actor"),
                Columns.text(row, "note"),
                row.getInt("count"),
                row.getInt("occurrences"),
                textsOf(row.getString("examples")),
                Columns.instant(row, "undone_at")),
        type.value(),
        before,
        limit);
  }

  /**
   * Locks an action and marks it as undone.
   *
   * @return whether it exists, undone before or not
   */
  boolean markUndone(ActionType type, long id, Instant at) {
    return database.change(
            "UPDATE changes SET undone_at = coalesce(undone_at, ?) WHERE id = ? AND kind = ?",
            at,
            id,
            type.value())
        > 0;
  }

  @Override
  public boolean hasRowsBefore(Instant moment) {
    return database
        .find(
            "SELECT 1 FROM changes WHERE id = (SELECT min(id) FROM changes) AND at < ?",
            row -> true,
            moment)
        .isPresent();
  }

  /** Ids are in the order of time. */
  @Override
  public int deleteBefore(Instant moment, int limit) {
    return database.change(
        "DELETE FROM changes WHERE id IN (SELECT id FROM changes ORDER BY id LIMIT ?) AND at < ?",
        limit,
        moment);
  }

  private static List<String> textsOf(String array) {
    return JsonReaders.read(array).asJsonArray().getValuesAs(JsonString::getString);
  }
}
