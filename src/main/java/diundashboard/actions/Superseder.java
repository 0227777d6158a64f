package diundashboard.actions;

import diundashboard.activity.ActivityKind;
import diundashboard.activity.ActivityLog;
import diundashboard.activity.ActivityLog.Entry;
import diundashboard.images.ActionStamp;
import diundashboard.images.Image;
import diundashboard.images.ImageChanges;
import diundashboard.images.OccurrenceStateDao;
import diundashboard.images.Superseded;
import diundashboard.images.UpdateStateDao;
import diundashboard.platform.database.Condition;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

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

  /** A change that is not in the log yet, which is written last. */
  public record Supersession(Entry entry, Superseded tags, ImageChanges changes) {}

  /** Marks the older tags as done, in the caller's transaction. */
  public Supersession supersede(Superseded tags) {
    var locked = images.lock(tags.older());
    var stamp =
        actions.create(
            ActionType.ACKNOWLEDGEMENT,
            new ActionStamp(0, Instant.now(), ActionStamp.SUPERSEDED, newestOf(tags)));
    var changed = change(tags, stamp);
    actions.addChanges(stamp.id(), changed, changed.size());
    var entry = Entry.ofAction(stamp.at(), ActivityKind.ACKNOWLEDGED, stamp.id(), stamp.note());
    return new Supersession(entry, tags, locked.changes(changed, images.refresh(changed)));
  }

  /** The note of the action, not of the images. */
  private static String newestOf(Superseded tags) {
    return Image.ofKey(tags.newest()).tag();
  }

  /** Marks the older tags as done as a part of an action, so that both are undone together. */
  Supersession supersede(Superseded tags, ActionStamp action) {
    var locked = images.lock(tags.older());
    change(tags, new ActionStamp(action.id(), action.at(), ActionStamp.SUPERSEDED, ""));
    var entry = Entry.of(action.at(), ActivityKind.ACKNOWLEDGED, newestOf(tags));
    return new Supersession(
        entry, tags, locked.changes(tags.older(), images.refresh(tags.older())));
  }

  private List<String> change(Superseded tags, ActionStamp stamp) {
    var saved = occurrences.save(stamp.id(), tags.older(), openAt(tags));
    occurrences.supersede(stamp, tags);
    return saved;
  }

  private static Condition openAt(Superseded tags) {
    return Condition.of(
        "o.hostname = ? AND o.workload = ? AND o.state IN ('pending', 'snoozed')",
        tags.hostname(),
        tags.workload());
  }

  /** Writes it to the log, as one of the last statements of the transaction. */
  public void log(Supersession done) {
    log.appendSuperseded(
        done.entry.onHost(done.tags.hostname(), done.tags.workload()), done.changes);
  }
}
