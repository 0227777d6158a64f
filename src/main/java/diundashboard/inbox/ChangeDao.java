package diundashboard.inbox;

import diundashboard.database.Database;
import diundashboard.database.Timestamps;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Locale;

/** The table {@code changes}: what people did at once, and can undo at once. */
@Dependent
public final class ChangeDao {

  private final Database database;

  @Inject
  public ChangeDao(Database database) {
    this.database = database;
  }

  /** Begins a change, and returns its id. */
  long create(Type type, Instant at, String actor, String note) {
    return database
        .changeReturning(
            "INSERT INTO changes (kind, at, actor, note) VALUES (?, ?, ?, ?) RETURNING id",
            row -> row.getLong(1),
            type.value(),
            Timestamps.format(at),
            actor,
            note)
        .orElseThrow();
  }

  /** Remembers how many images a change touched. */
  void count(long id, int images) {
    database.change("UPDATE changes SET count = ? WHERE id = ?", images, id);
  }

  /** Marks a change as undone and locks it; says whether it is there, undone before or not. */
  boolean undo(Type type, long id, Instant at) {
    return database.change(
            "UPDATE changes SET undone_at = coalesce(undone_at, ?) WHERE id = ? AND kind = ?",
            Timestamps.format(at),
            id,
            type.value())
        > 0;
  }

  /** What can be undone. */
  enum Type {
    ACKNOWLEDGEMENT,
    SNOOZE;

    String value() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
