package diundashboard.actions;

import diundashboard.activity.retention.Prunable;
import diundashboard.images.ActionStamp;
import diundashboard.platform.database.Database;
import diundashboard.platform.database.NamedParameters;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;

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
  ActionStamp create(Action action, ActionStamp stamp) {
    var until = action.until() == null ? null : action.until().at();
    return create(action.type(), stamp, until);
  }

  /** Creates an action of a type without an end. */
  ActionStamp create(ActionType type, ActionStamp stamp) {
    return create(type, stamp, null);
  }

  private ActionStamp create(ActionType type, ActionStamp stamp, Instant until) {
    return database
        .changeReturning(
            """
            INSERT INTO changes (kind, at, actor, note, snoozed_until)
            VALUES (:kind, :at, :actor, :note, :until) RETURNING id""",
            row -> new ActionStamp(row.getLong(1), stamp.at(), stamp.actor(), stamp.note()),
            NamedParameters.of("kind", type.value())
                .with("at", stamp.at())
                .with("actor", stamp.actor())
                .with("note", stamp.note())
                .with("until", until))
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
   * Locks an action and marks it as undone.
   *
   * @return whether it exists, undone before or not
   */
  boolean markUndone(ActionType type, long id, Instant at, String actor) {
    return database.change(
            """
            UPDATE changes SET undone_by = CASE WHEN undone_at IS NULL THEN :actor ELSE undone_by END,
                               undone_at = coalesce(undone_at, :at)
            WHERE id = :id AND kind = :kind""",
            NamedParameters.of("at", at)
                .with("actor", actor)
                .with("id", id)
                .with("kind", type.value()))
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
}
