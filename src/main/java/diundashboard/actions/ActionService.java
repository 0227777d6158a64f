package diundashboard.actions;

import diundashboard.activity.ActivityKind;
import diundashboard.activity.ActivityLog;
import diundashboard.activity.ActivityLog.Entry;
import diundashboard.images.ActionStamp;
import diundashboard.images.UpdateConditions;
import diundashboard.images.UpdateStateDao;
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
import java.util.HashSet;

/**
 * Performs and undoes bulk actions. Each method is one transaction, which first locks the images in
 * the order of their keys, so that concurrent actions cannot deadlock, and last appends to the log.
 */
@Stateless
@RequiresRole(Role.EDITOR)
public class ActionService {

  @Inject private UpdateStateDao states;
  @Inject private UndoableActionDao actions;
  @Inject private ActivityLog log;
  @Inject private CurrentCaller caller;

  /**
   * Performs an action on a selection. Images to which it does not apply stay as they are.
   *
   * @param note replaces the notes of the images; empty keeps them
   */
  public UndoableAction perform(Action action, Selection selection, String note) {
    var now = Instant.now();
    var images = states.lock(selection.condition(now).and(action.scope()));
    var id = actions.create(action.type(), now, caller.name(), note);
    var stamp = new ActionStamp(id, now, caller.name(), note);
    var changes = action.apply(states, images, stamp);
    actions.recordImages(id, changes.images());
    log.append(action.entry(stamp), changes);
    return new UndoableAction(id, changes.count());
  }

  /** Lists past actions of a type that changed images, newest first. */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  @RequiresRole(Role.VIEWER)
  public Page<PastAction> list(ActionType type, long before, int limit) {
    var rows = actions.list(type, before, limit + 1);
    return Page.of(rows, limit, row -> Cursor.of(row.id()));
  }

  /**
   * Undoes an action, except for images that changed since. Idempotent.
   *
   * @throws NoSuchActionException if no action of the type has the id
   */
  public void undo(ActionType type, long id) {
    var now = Instant.now();
    states.lock(type.imagesOf(id));
    if (!actions.markUndone(type, id, now)) throw new NoSuchActionException(type);
    log.append(Entry.ofAction(now, type.undone(), id, ""), type.undo(states, id));
  }

  /**
   * Makes a selection pending again, regardless of the actions that acknowledged or snoozed it.
   *
   * @return how many images this changed
   */
  public int reopen(Selection selection) {
    var now = Instant.now();
    var images = states.lock(selection.condition(now));
    var reopened = states.reopen(images);
    var woken = states.endSnoozes(images);
    log.append(Entry.of(now, ActivityKind.REOPENED, ""), reopened);
    log.append(Entry.of(now, ActivityKind.WOKEN, ""), woken);
    var changed = new HashSet<>(reopened.images());
    changed.addAll(woken.images());
    return changed.size();
  }

  /** Ends the snoozes that are due. */
  @Public("the timer has no caller")
  public void endDueSnoozes() {
    var now = Instant.now();
    if (!states.isSnoozeDue(now)) return;
    var images = states.lock(UpdateConditions.snoozeDue(now));
    log.appendAutomatic(Entry.of(now, ActivityKind.WOKEN, ""), states.endSnoozes(images));
  }
}
