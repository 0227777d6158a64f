package diundashboard.actions;

import diundashboard.activity.ActivityKind;
import diundashboard.images.UpdateState;
import diundashboard.platform.database.Condition;
import diundashboard.platform.json.EnumNames;
import diundashboard.platform.problem.InvalidInputException;
import diundashboard.platform.problem.ProblemCode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The types of actions. Users can undo each of them. */
public enum ActionType {
  /** Marks occurrences as done. */
  ACKNOWLEDGEMENT(
      "acknowledgements",
      "o.state IN ('pending', 'snoozed')",
      ActivityKind.ACKNOWLEDGED,
      ActivityKind.REOPENED),
  /** Hides occurrences until a time or their next digest. */
  SNOOZE("snoozes", "o.state IN ('pending', 'snoozed')", ActivityKind.SNOOZED, ActivityKind.WOKEN),
  /** Hides occurrences, whatever Diun reports. */
  MUTE("mutes", "o.state <> 'muted'", ActivityKind.MUTED, ActivityKind.UNMUTED),
  /** Deletes occurrences until Diun reports them again. */
  REMOVAL("removals", "TRUE", ActivityKind.REMOVED, ActivityKind.RESTORED),
  /** Makes occurrences pending that are done, snoozed or muted. */
  REOPENING(
      "reopenings", "o.state <> 'pending'", ActivityKind.REOPENED, ActivityKind.REOPENING_UNDONE),
  /** Stores what Diun should have reported, see {@link ImportActions}. */
  IMPORT("imports", "FALSE", ActivityKind.IMPORTED, ActivityKind.IMPORT_UNDONE);

  /** Matches the collections in paths, except for imports. */
  static final String COLLECTIONS = "acknowledgements|snoozes|mutes|removals|reopenings";

  private final String collection;
  private final String scope;
  private final ActivityKind done;
  private final ActivityKind undone;

  ActionType(String collection, String scope, ActivityKind done, ActivityKind undone) {
    this.collection = collection;
    this.scope = scope;
    this.done = done;
    this.undone = undone;
  }

  /** Returns the type of a collection in a path, such as {@code snoozes}. */
  static ActionType ofCollection(String collection) {
    return Stream.of(values())
        .filter(type -> type.collection.equals(collection))
        .findFirst()
        .orElseThrow();
  }

  /**
   * Parses a comma-separated list of types.
   *
   * @throws InvalidInputException if one is unknown
   */
  static List<ActionType> listOf(String text) {
    return Stream.of(text.split(",", -1)).map(each -> named(each.strip())).distinct().toList();
  }

  private static ActionType named(String value) {
    return EnumNames.find(ActionType.class, value)
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "kind",
                    ProblemCode.UNKNOWN_ACTION_KIND,
                    Map.of("value", value),
                    "Unknown kind '%s'. Use a comma-separated list of %s."
                        .formatted(value, EnumNames.list(ActionType.class))));
  }

  String collection() {
    return collection;
  }

  /** The name in the database, such as {@code snooze}. */
  String value() {
    return EnumNames.of(this);
  }

  /** The name in sentences, such as {@code Snooze}. */
  String title() {
    return value().substring(0, 1).toUpperCase(Locale.ROOT) + value().substring(1);
  }

  /** Matches the occurrences {@code o} that the action may change. */
  Condition scope() {
    return Condition.of(scope);
  }

  /** The state of the images that a filter selects by default. */
  UpdateState defaultState() {
    return this == REOPENING ? UpdateState.ALL : UpdateState.PENDING;
  }

  /** True if it tells which tags are in use. */
  boolean changesVersions() {
    return this == ACKNOWLEDGEMENT || this == REOPENING;
  }

  /** The kind of log entry of an action. */
  ActivityKind done() {
    return done;
  }

  /** The kind of log entry when an action is undone. */
  ActivityKind undone() {
    return undone;
  }
}
