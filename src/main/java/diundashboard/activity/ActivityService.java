package diundashboard.activity;

import diundashboard.platform.paging.Cursor;
import diundashboard.platform.paging.Page;
import diundashboard.platform.security.RequiresRole;
import diundashboard.platform.security.Role;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;

/** Reads the activity log. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@RequiresRole(Role.VIEWER)
public class ActivityService {

  @Inject private ActivityDao activity;

  /** Returns the version of the data. */
  public DataVersion version() {
    return activity.version(Instant.now());
  }

  /** Returns a page of entries before an id, newest first. */
  public Page<ActivityEntry> list(ActivityFilter filter, long before, int limit) {
    var rows = activity.list(filter, before, limit + 1);
    return Page.of(rows, limit, last -> Cursor.of(last.id()));
  }
}
