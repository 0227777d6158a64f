package diundashboard.actions;

import diundashboard.activity.ActivityKind;
import diundashboard.activity.ActivityLog;
import diundashboard.images.ActionStamp;
import diundashboard.images.ImageChanges;
import diundashboard.images.SnoozeEnd;
import diundashboard.images.UpdateStateDao;
import diundashboard.platform.database.Condition;
import java.util.Collection;

/** Snoozes pending images. A new digest ends the snooze early. */
public record Snooze(SnoozeEnd until) implements Action {

  @Override
  public ActionType type() {
    return ActionType.SNOOZE;
  }

  @Override
  public Condition scope() {
    return Condition.ANY;
  }

  @Override
  public ImageChanges apply(UpdateStateDao states, Collection<String> images, ActionStamp stamp) {
    return states.snooze(images, until, stamp);
  }

  @Override
  public ActivityLog.Entry entry(ActionStamp stamp) {
    return ActivityLog.Entry.ofAction(stamp.at(), ActivityKind.SNOOZED, stamp.id(), stamp.note());
  }
}
