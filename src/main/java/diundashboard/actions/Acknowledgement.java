package diundashboard.actions;

import static java.util.Objects.requireNonNullElse;

import diundashboard.activity.ActivityKind;
import diundashboard.activity.ActivityLog;
import diundashboard.images.ActionStamp;
import diundashboard.images.ImageChanges;
import diundashboard.images.UpdateConditions;
import diundashboard.images.UpdateStateDao;
import diundashboard.platform.database.Condition;
import java.util.Collection;

/**
 * Marks images as done, everywhere or only on one host or in one workload.
 *
 * @param host a hostname or a host's name; null for all hosts
 * @param workload null for all workloads
 */
public record Acknowledgement(String host, String workload) implements Action {

  public static final Acknowledgement EVERYWHERE = new Acknowledgement(null, null);

  @Override
  public ActionType type() {
    return ActionType.ACKNOWLEDGEMENT;
  }

  @Override
  public Condition scope() {
    return UpdateConditions.pendingAt(host, workload);
  }

  @Override
  public ImageChanges apply(UpdateStateDao states, Collection<String> images, ActionStamp stamp) {
    return states.acknowledge(images, host, workload, stamp);
  }

  @Override
  public ActivityLog.Entry entry(ActionStamp stamp) {
    return ActivityLog.Entry.ofAction(
            stamp.at(), ActivityKind.ACKNOWLEDGED, stamp.id(), stamp.note())
        .onHost(requireNonNullElse(host, ""), requireNonNullElse(workload, ""));
  }
}
