package diundashboard.inbox;

import diundashboard.activity.ActivityDao;
import diundashboard.activity.Kind;
import diundashboard.database.Database;
import diundashboard.database.Timestamps;
import diundashboard.paging.Cursor;
import diundashboard.paging.Page;
import diundashboard.search.Condition;
import diundashboard.security.Needs;
import diundashboard.security.NeedsNoRole;
import diundashboard.security.Role;
import diundashboard.updates.StateDao;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/**
 * Puts pending images off until a time or until their next digest, whichever comes first; each in
 * one transaction.
 */
@Stateless
@Needs(Role.EDITOR)
public class SnoozeService {

  /** Stands for a snooze that only another digest ends. */
  public static final Instant NEXT_DIGEST = Instant.parse("9999-12-31T23:59:59.999Z");

  @Inject private StateDao states;
  @Inject private ChangeDao changes;
  @Inject private ActivityDao activity;

  /**
   * Puts a selection off.
   *
   * @param until {@link #NEXT_DIGEST} for no time
   */
  public Change snooze(Selection selection, Instant until, String note, String actor) {
    var now = Instant.now();
    var locked = states.lock(selection.condition(states, now));
    var id = changes.create(ChangeDao.Type.SNOOZE, now, actor, note);
    var snoozed = states.snooze(Database.elements(locked), id, until, note);
    changes.touched(id, snoozed);
    append(new ActivityDao.Change(now, Kind.SNOOZED, id, "", "", actor, note), snoozed);
    return new Change(id, snoozed.size());
  }

  /** The past ones, the newest first. */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  @Needs(Role.VIEWER)
  public Page<PastChange> list(long before, int limit) {
    var rows = changes.list(ChangeDao.Type.SNOOZE, before, limit + 1);
    return Page.of(rows, limit, row -> Cursor.of(row.id()));
  }

  /** Undoes what is left of a snooze. Says whether there is such a snooze, undone before or not. */
  public boolean undo(long id, String actor) {
    var now = Instant.now();
    states.lock(Condition.of("u.snooze_id = ?", id));
    if (!changes.undo(ChangeDao.Type.SNOOZE, id, now)) return false;
    var woken = states.unsnooze(id);
    append(new ActivityDao.Change(now, Kind.WOKEN, id, "", "", actor, ""), woken);
    return true;
  }

  /** Wakes what has reached its time. */
  @NeedsNoRole("a timer is nobody")
  public void wake() {
    var now = Instant.now();
    if (!states.isAnyDue(now)) return;
    states.lock(Condition.of("u.snoozed_until <= ?", Timestamps.format(now)));
    append(new ActivityDao.Change(now, Kind.WOKEN, null, "", "", "", ""), states.wake(now));
  }

  private void append(ActivityDao.Change change, List<String> images) {
    if (!images.isEmpty()) activity.appendAll(change, Database.elements(images), "[]", 0);
  }
}
