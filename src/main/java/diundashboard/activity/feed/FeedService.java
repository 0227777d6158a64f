package diundashboard.activity.feed;

import diundashboard.activity.ActivityEntry;
import diundashboard.activity.ActivityFilter;
import diundashboard.activity.ActivityKind;
import diundashboard.activity.ActivityService;
import diundashboard.platform.security.RequiresRole;
import diundashboard.platform.security.Role;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;

/** Reads the entries of feeds. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@RequiresRole(Role.VIEWER)
public class FeedService {

  private static final int ENTRIES = 100;

  @Inject private PendingUpdateDao updates;
  @Inject private ActivityService activity;

  /** Returns the updates that became pending last, newest first. */
  public List<PendingUpdate> pending() {
    return updates.newest(ENTRIES);
  }

  /** Returns the last activity of some kinds, newest first. */
  public List<ActivityEntry> activity(List<ActivityKind> kinds) {
    return activity.list(ActivityFilter.of(kinds), Long.MAX_VALUE, ENTRIES).items();
  }
}
