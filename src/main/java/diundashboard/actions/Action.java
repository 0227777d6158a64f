package diundashboard.actions;

import diundashboard.images.SnoozeEnd;
import diundashboard.images.UpdateConditions;
import diundashboard.platform.database.Condition;
import java.time.Instant;

/**
 * An action on the occurrences of a selection.
 *
 * @param note replaces the notes of the occurrences; empty keeps them
 * @param until the end of a snooze; null for other types
 * @param isStrict true if the action fails when the selection names an unknown host or workload
 */
public record Action(
    ActionType type, Selection selection, String note, SnoozeEnd until, boolean isStrict) {

  /** An acknowledgement without a note. */
  public static Action acknowledge(Selection selection) {
    return new Action(ActionType.ACKNOWLEDGEMENT, selection, "", null, false);
  }

  /**
   * Returns the condition that rows of {@code occurrences o} and {@code updates u} match.
   *
   * @param newest id of the newest entry of the activity log: occurrences that Diun reports later
   *     do not match
   */
  Condition condition(Instant now, long newest) {
    return selection
        .condition(now)
        .and(type.scope())
        .and(UpdateConditions.notNotifiedAfter(newest));
  }
}
