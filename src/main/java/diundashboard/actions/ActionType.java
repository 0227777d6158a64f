package diundashboard.actions;

import diundashboard.activity.ActivityKind;
import diundashboard.images.ImageChanges;
import diundashboard.images.UpdateConditions;
import diundashboard.images.UpdateStateDao;
import diundashboard.platform.database.Condition;
import diundashboard.platform.json.EnumNames;

/** The types of actions that users can undo, and how to undo them. */
public enum ActionType {
  ACKNOWLEDGEMENT(ActivityKind.REOPENED) {
    @Override
    Condition imagesOf(long id) {
      return UpdateConditions.ofAcknowledgement(id);
    }

    @Override
    ImageChanges undo(UpdateStateDao states, long id) {
      return states.undoAcknowledgement(id);
    }
  },

  SNOOZE(ActivityKind.WOKEN) {
    @Override
    Condition imagesOf(long id) {
      return UpdateConditions.ofSnooze(id);
    }

    @Override
    ImageChanges undo(UpdateStateDao states, long id) {
      return states.undoSnooze(id);
    }
  };

  private final ActivityKind undone;

  ActionType(ActivityKind undone) {
    this.undone = undone;
  }

  /** The name in the database, such as {@code snooze}. */
  String value() {
    return EnumNames.of(this);
  }

  /** The kind of log entry when an action is undone. */
  ActivityKind undone() {
    return undone;
  }

  /** Matches the images that an action still applies to. */
  abstract Condition imagesOf(long id);

  /** Undoes what is left of an action. */
  abstract ImageChanges undo(UpdateStateDao states, long id);
}
