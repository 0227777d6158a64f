package diundashboard.feed;

import diundashboard.activity.Activity;
import diundashboard.activity.ActivityFilter;
import diundashboard.activity.ActivityService;
import diundashboard.activity.Kind;
import diundashboard.security.Needs;
import diundashboard.security.Role;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;

/** Finds what feeds tell. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@Needs(Role.VIEWER)
public class FeedService {

  private static final int ENTRIES = 100;

  @Inject private PendingDao updates;
  @Inject private ActivityService activity;

  /** What became pending last, the newest first. */
  public List<Pending> pending() {
    return updates.newest(ENTRIES);
  }

  /** What happened last, the newest first. */
  public List<Activity> activity(List<Kind> kinds) {
    return activity.list(ActivityFilter.of(kinds), Long.MAX_VALUE, ENTRIES).items();
  }
}
