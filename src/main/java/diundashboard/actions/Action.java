package diundashboard.actions;

import diundashboard.activity.ActivityLog;
import diundashboard.images.ActionStamp;
import diundashboard.images.ImageChanges;
import diundashboard.images.UpdateStateDao;
import diundashboard.platform.database.Condition;
import java.util.Collection;

/** A bulk action that users can undo. {@link ActionService} performs it. */
public interface Action {

  ActionType type();

  /** Matches the images that the action may change. */
  Condition scope();

  /**
   * Changes images.
   *
   * @param images keys of locked images
   */
  ImageChanges apply(UpdateStateDao states, Collection<String> images, ActionStamp stamp);

  /** The entry of the activity log for each changed image. */
  ActivityLog.Entry entry(ActionStamp stamp);
}
