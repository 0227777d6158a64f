package diundashboard.actions;

import diundashboard.platform.database.Database;
import diundashboard.platform.database.Timestamps;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The table {@code changes}: what people did at once, and can undo at once. */
@Dependent
public final class UndoableActionDao {

  private static final int EXAMPLES = 5;

  private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

  private final Database database;

  @Inject
  public UndoableActionDao(Database database) {
    this.database = database;
  }

  /** Begins a change, and returns its id. */
  long create(ActionType type, Instant at, String actor, String note) {
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

  /** Remembers which images a change touched: how many, and the first of them. */
  void recordImages(long id, Collection<String> images) {
    database.change(
        "UPDATE changes SET count = ?, examples = ? WHERE id = ?",
        images.size(),
        images.stream().limit(EXAMPLES).toList(),
        id);
  }

  /**
   * The changes before one, the newest first, without those that changed nothing.
   *
   * @param before an id
   */
  List<PastAction> list(ActionType type, long before, int limit) {
    return database.list(
        """
        SELECT id, at, actor, note, count, examples, undone_at FROM changes
        WHERE kind = ? AND id < ? AND count > 0
        ORDER BY id DESC LIMIT ?""",
        row ->
            new PastAction(
                row.getLong("id"),
                Timestamps.parse(row.getString("at")),
                emptyToNull(row.getString("actor")),
                emptyToNull(row.getString("note")),
                row.getInt("count"),
                textsOf(row.getString("examples")),
                row.getString("undone_at") == null
                    ? null
                    : Timestamps.parse(row.getString("undone_at"))),
        type.value(),
        before,
        limit);
  }

  /** Marks a change as undone and locks it; says whether it is there, undone before or not. */
  boolean markUndone(ActionType type, long id, Instant at) {
    return database.change(
            "UPDATE changes SET undone_at = coalesce(undone_at, ?) WHERE id = ? AND kind = ?",
            Timestamps.format(at),
            id,
            type.value())
        > 0;
  }

  private static List<String> textsOf(String array) {
    try (var reader = READERS.createReader(new StringReader(array))) {
      return reader.readArray().getValuesAs(JsonString::getString);
    }
  }

  private static String emptyToNull(String text) {
    return text.isEmpty() ? null : text;
  }

  /** What can be undone. */
  enum ActionType {
    ACKNOWLEDGEMENT,
    SNOOZE;

    String value() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
