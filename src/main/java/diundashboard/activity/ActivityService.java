package diundashboard.activity;

import diundashboard.paging.Cursor;
import diundashboard.paging.Page;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;

/** Tells what happened. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ActivityService {

  @Inject private ActivityDao activity;

  /** A page of what happened before an id, the newest first. */
  public Page<Activity> list(ActivityFilter filter, long before, int limit) {
    var rows = activity.list(filter, before, limit + 1);
    return Page.of(rows, limit, last -> Cursor.of(last.id()));
  }

  /** What followed an id, in order. */
  public List<Activity> after(long id, int limit) {
    return activity.after(id, limit);
  }

  /** From where to where the log is kept. */
  public ActivityDao.Range range() {
    return activity.range();
  }
}
