package diundashboard.actions;

import diundashboard.activity.ActivityKind;
import diundashboard.activity.ActivityLog;
import diundashboard.activity.ActivityLog.Entry;
import diundashboard.activity.ImageChanges;
import diundashboard.images.OccurrenceDao;
import diundashboard.images.UpdateStateDao;
import diundashboard.platform.database.Condition;
import diundashboard.platform.paging.Cursor;
import diundashboard.platform.paging.Page;
import diundashboard.platform.security.CurrentCaller;
import diundashboard.platform.security.RequiresRole;
import diundashboard.platform.security.Role;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Objects;

/**
 * Acknowledges images, and undoes it. Each is one transaction, which locks the images first and in
 * order, so that none waits for another in a circle.
 */
@Stateless
@RequiresRole(Role.EDITOR)
public class AcknowledgementService {

  @Inject private UpdateStateDao states;
  @Inject private OccurrenceDao occurrences;
  @Inject private UndoableActionDao changes;
  @Inject private ActivityLog log;
  @Inject private CurrentCaller caller;

  /**
   * What to acknowledge.
   *
   * @param host only what is pending on this host; null for any
   * @param workload only what is pending in this workload; null for any
   * @param note what to remember of it; may be empty
   */
  public record Request(Selection selection, String host, String workload, String note) {

    public static Request of(Selection selection) {
      return new Request(selection, null, null, "");
    }
  }

  /**
   * Acknowledges what is pending of a selection. Who asks for the same again changes nothing more.
   */
  public UndoableAction acknowledge(Request request) {
    var now = Instant.now();
    var pending = OccurrenceDao.pendingAt(request.host(), request.workload());
    var locked = states.lock(request.selection().condition(now).and(pending));
    var id =
        changes.create(
            UndoableActionDao.ActionType.ACKNOWLEDGEMENT, now, caller.name(), request.note());
    var touched = occurrences.acknowledge(locked, request.host(), request.workload(), id, now);
    var done = states.complete(touched, id, now, caller.name(), request.note());
    changes.recordImages(id, touched);
    log.append(
        Entry.ofAction(now, ActivityKind.ACKNOWLEDGED, id, request.note())
            .onHost(
                Objects.requireNonNullElse(request.host(), ""),
                Objects.requireNonNullElse(request.workload(), "")),
        ImageChanges.closed(touched, done));
    return new UndoableAction(id, touched.size());
  }

  /** The past ones, the newest first. */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  @RequiresRole(Role.VIEWER)
  public Page<PastAction> list(long before, int limit) {
    var rows = changes.list(UndoableActionDao.ActionType.ACKNOWLEDGEMENT, before, limit + 1);
    return Page.of(rows, limit, row -> Cursor.of(row.id()));
  }

  /**
   * Undoes what is left of an acknowledgement: what was notified, reopened or acknowledged again
   * since stays as it is. Says whether there is such an acknowledgement, undone before or not.
   */
  public boolean undo(long id) {
    var now = Instant.now();
    states.lock(
        Condition.of(
            "u.image IN (SELECT image FROM occurrences WHERE acknowledgement_id = ?)", id));
    if (!changes.markUndone(UndoableActionDao.ActionType.ACKNOWLEDGEMENT, id, now)) return false;
    var touched = occurrences.unacknowledge(id);
    var reopened = states.reopenAll(touched);
    log.append(
        Entry.ofAction(now, ActivityKind.REOPENED, id, ""), ImageChanges.opened(touched, reopened));
    return true;
  }
}
