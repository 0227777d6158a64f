package diundashboard.actions;

import diundashboard.activity.ActivityKind;
import diundashboard.activity.ActivityLog;
import diundashboard.activity.ActivityLog.Entry;
import diundashboard.images.ActionStamp;
import diundashboard.images.ImageChanges;
import diundashboard.images.OccurrenceStateDao;
import diundashboard.images.Superseded;
import diundashboard.images.UpdateStateDao;
import diundashboard.platform.database.Condition;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;

/**
 * Marks older versions as done when there is a newer one at their place. It is an action like those
 * of users, which they can undo.
 */
@Dependent
public class Superseder {

  @Inject private UpdateStateDao images;
  @Inject private OccurrenceStateDao occurrences;
  @Inject private UndoableActionDao actions;
  @Inject private ActivityLog log;

  /** An action that is not in the log yet, which is written last. */
  public record Supersession(ActionStamp stamp, Superseded tags, ImageChanges changes) {}

  /** Marks the older tags as done, in the caller's transaction. */
  public Supersession supersede(Superseded tags) {
    var locked = images.lock(tags.older());
    var stamp =
        actions.create(
            ActionType.ACKNOWLEDGEMENT,
            new ActionStamp(0, Instant.now(), ActionStamp.SUPERSEDED, ""));
    var changed = occurrences.save(stamp.id(), tags.older(), openAt(tags));
    occurrences.supersede(stamp, changed);
    actions.addChanges(stamp.id(), changed, changed.size());
    return new Supersession(stamp, tags, locked.changes(changed, images.refresh(changed)));
  }

  private static Condition openAt(Superseded tags) {
    return Condition.of(
        "o.hostname = ? AND o.workload = ? AND o.state IN ('pending', 'snoozed')",
        tags.hostname(),
        tags.workload());
  }

  /** Writes an action to the log, as one of the last statements of the transaction. */
  public void log(Supersession done) {
    var entry =
        Entry.ofAction(done.stamp.at(), ActivityKind.ACKNOWLEDGED, done.stamp.id(), "")
            .onHost(done.tags.hostname(), done.tags.workload());
    log.appendSuperseded(entry, done.changes);
  }
}
