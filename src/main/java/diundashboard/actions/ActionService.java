package diundashboard.actions;

import diundashboard.activity.ActivityKind;
import diundashboard.activity.ActivityLog;
import diundashboard.activity.ActivityLog.Entry;
import diundashboard.hosts.HostRemovalDao;
import diundashboard.images.ActionStamp;
import diundashboard.images.ImageChanges;
import diundashboard.images.OccurrenceStateDao;
import diundashboard.images.RemovalDao;
import diundashboard.images.UpdateStateDao;
import diundashboard.platform.database.Condition;
import diundashboard.platform.paging.Cursor;
import diundashboard.platform.paging.Page;
import diundashboard.platform.security.CurrentCaller;
import diundashboard.platform.security.Public;
import diundashboard.platform.security.RequiresRole;
import diundashboard.platform.security.Role;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Objects;

/**
 * Performs and undoes actions. Each method is one transaction, which first locks the images in the
 * order of their keys, so that concurrent actions cannot deadlock.
 */
@Stateless
@RequiresRole(Role.EDITOR)
public class ActionService {

  @Inject private UpdateStateDao images;
  @Inject private OccurrenceStateDao occurrences;
  @Inject private RemovalDao removals;
  @Inject private HostRemovalDao hosts;
  @Inject private UnknownNamesDao names;
  @Inject private UndoableActionDao actions;
  @Inject private ActivityLog log;
  @Inject private CurrentCaller caller;

  /**
   * Performs an action. Occurrences to which it does not apply stay as they are.
   *
   * @throws UnknownNameException if the action is strict and its selection has an unknown name
   */
  public UndoableAction perform(Action action) {
    var unknown = names.find(action.selection());
    if (action.isStrict() && unknown.exists()) throw UnknownNameException.of(unknown);
    var now = Instant.now();
    var condition = action.selection().condition(now).and(action.type().scope());
    var locked = images.lock(condition);
    var id = actions.create(action.type(), now, caller.name(), action.note());
    var count = occurrences.save(id, locked.keys(), condition);
    var changed = occurrences.images(id);
    apply(action, new ActionStamp(id, now, caller.name(), action.note()));
    var changes = locked.changes(changed, images.refresh(changed));
    actions.recordChanges(id, changed, count);
    log(action, id, now, changes);
    if (action.type() == ActionType.REMOVAL) removals.removeImages(id, changed);
    return new UndoableAction(id, changes.count(), count, unknown.toMap());
  }

  private void apply(Action action, ActionStamp stamp) {
    var isKept = action.type() != ActionType.REMOVAL;
    if (isKept && !action.note().isEmpty()) occurrences.note(stamp);
    switch (action.type()) {
      case ACKNOWLEDGEMENT -> occurrences.acknowledge(stamp);
      case SNOOZE -> occurrences.snooze(stamp, action.until());
      case MUTE -> occurrences.mute(stamp, action.selection().isWholeImages());
      case REMOVAL -> removals.removeOccurrences(stamp.id());
      case REOPENING -> occurrences.reopen(stamp);
    }
  }

  private void log(Action action, long id, Instant at, ImageChanges changes) {
    var host = Objects.requireNonNullElse(action.selection().host(), "");
    var workload = Objects.requireNonNullElse(action.selection().workload(), "");
    log.append(
        Entry.ofAction(at, action.type().done(), id, action.note()).onHost(host, workload),
        changes);
    var isHostRemoved =
        action.type() == ActionType.REMOVAL
            && action.selection().isHost()
            && hosts.remove(id, host) > 0;
    if (isHostRemoved) log.append(Entry.ofHost(at, ActivityKind.HOST_REMOVED, host, ""));
  }

  /** Lists past actions of a type that changed images, newest first. */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  @RequiresRole(Role.VIEWER)
  public Page<PastAction> list(ActionType type, long before, int limit) {
    var rows = actions.list(type, before, limit + 1);
    return Page.of(rows, limit, row -> Cursor.of(row.id()));
  }

  /**
   * Undoes an action, except for occurrences that changed since. Idempotent.
   *
   * @throws NoSuchActionException if no action of the type has the id
   */
  public void undo(ActionType type, long id) {
    var now = Instant.now();
    var locked = images.lock(occurrences.images(id));
    if (!actions.markUndone(type, id, now)) throw new NoSuchActionException(type);
    var changed = type == ActionType.REMOVAL ? removals.restore(id) : occurrences.undo(id);
    var changes = locked.changes(changed, images.refresh(changed));
    log.append(Entry.ofAction(now, type.undone(), id, ""), changes);
    if (type == ActionType.REMOVAL)
      hosts
          .restore(id)
          .forEach(host -> log.append(Entry.ofHost(now, ActivityKind.HOST_RESTORED, host, "")));
  }

  /** Ends the snoozes that are due. */
  @Public("the timer has no caller")
  public void endDueSnoozes() {
    var now = Instant.now();
    if (!occurrences.isSnoozeDue(now)) return;
    var locked = images.lock(Condition.of("o.snoozed_until <= ?", now));
    occurrences.endDueSnoozes(locked.keys(), now);
    var changes = locked.changes(locked.keys(), images.refresh(locked.keys()));
    log.appendAutomatic(Entry.of(now, ActivityKind.WOKEN, ""), changes);
  }
}
