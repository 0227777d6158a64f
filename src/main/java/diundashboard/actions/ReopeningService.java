package diundashboard.actions;

import diundashboard.activity.ActivityDao;
import diundashboard.activity.ActivityKind;
import diundashboard.images.OccurrenceDao;
import diundashboard.images.UpdateStateDao;
import diundashboard.platform.security.RequiresRole;
import diundashboard.platform.security.Role;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/**
 * Lets images wait again by themselves, where undoing would bring back all of the change they were
 * part of.
 */
@Stateless
@RequiresRole(Role.EDITOR)
public class ReopeningService {

  @Inject private UpdateStateDao states;
  @Inject private OccurrenceDao occurrences;
  @Inject private ActivityDao activity;

  /**
   * Lets a selection wait again, wherever it runs, in one transaction. Returns how many images this
   * changed.
   */
  public int reopen(Selection selection, String actor) {
    var now = Instant.now();
    var locked = states.lock(selection.condition(now));
    var touched = occurrences.unacknowledgeAll(locked);
    var reopened = states.reopenAll(touched);
    var woken = states.wakeAll(locked);
    if (!touched.isEmpty()) {
      activity.appendAll(change(now, ActivityKind.REOPENED, actor), touched, reopened, 1);
    }
    if (!woken.isEmpty()) {
      activity.appendAll(change(now, ActivityKind.WOKEN, actor), woken, List.of(), 0);
    }
    woken.forEach(touched::add);
    return touched.size();
  }

  private static ActivityDao.Change change(Instant now, ActivityKind kind, String actor) {
    return new ActivityDao.Change(now, kind, null, "", "", actor, "");
  }
}
