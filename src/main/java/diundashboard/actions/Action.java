package diundashboard.actions;

import diundashboard.images.SnoozeEnd;

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
}
