package diundashboard.actions;

import diundashboard.activity.ActivityKind;
import diundashboard.activity.ActivityLog;
import diundashboard.activity.ActivityLog.Entry;
import diundashboard.activity.ImageChanges;
import diundashboard.images.UpdateStateDao;
import diundashboard.platform.database.Condition;
import diundashboard.platform.database.Timestamps;
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

/**
 * Puts pending images off until a time or until their next digest, whichever comes first; each in
 * one transaction.
 */
@Stateless
@RequiresRole(Role.EDITOR)
public class SnoozeService {

  /** Stands for a snooze that only another digest ends. */
  public static final Instant NEXT_DIGEST = Instant.parse("9999-12-31T23:59:59.999Z");

  @Inject private UpdateStateDao states;
  @Inject private UndoableActionDao changes;
  @Inject private ActivityLog log;
  @Inject private CurrentCaller caller;

  /**
   * Puts a selection off.
   *
   * @param until {@link #NEXT_DIGEST} for no time
   */
  public UndoableAction snooze(Selection selection, Instant until, String note) {
    var now = Instant.now();
    var locked = states.lock(selection.condition(now));
    var id = changes.create(UndoableActionDao.ActionType.SNOOZE, now, caller.name(), note);
    var snoozed = states.snooze(locked, id, until, note);
    changes.recordImages(id, snoozed);
    log.append(
        Entry.ofAction(now, ActivityKind.SNOOZED, id, note), ImageChanges.unchanged(snoozed));
    return new UndoableAction(id, snoozed.size());
  }

  /** The past ones, the newest first. */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  @RequiresRole(Role.VIEWER)
  public Page<PastAction> list(long before, int limit) {
    var rows = changes.list(UndoableActionDao.ActionType.SNOOZE, before, limit + 1);
    return Page.of(rows, limit, row -> Cursor.of(row.id()));
  }

  /** Undoes what is left of a snooze. Says whether there is such a snooze, undone before or not. */
  public boolean undo(long id) {
    var now = Instant.now();
    states.lock(Condition.of("u.snooze_id = ?", id));
    if (!changes.markUndone(UndoableActionDao.ActionType.SNOOZE, id, now)) return false;
    var woken = states.unsnooze(id);
    log.append(Entry.ofAction(now, ActivityKind.WOKEN, id, ""), ImageChanges.unchanged(woken));
    return true;
  }

  /** Wakes what has reached its time. */
  @Public("a timer is nobody")
  public void wake() {
    var now = Instant.now();
    if (!states.isAnyDue(now)) return;
    states.lock(Condition.of("u.snoozed_until <= ?", Timestamps.format(now)));
    log.appendAutomatic(
        Entry.of(now, ActivityKind.WOKEN, ""), ImageChanges.unchanged(states.wake(now)));
  }
}
