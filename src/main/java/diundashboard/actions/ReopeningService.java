package diundashboard.actions;

import diundashboard.activity.ActivityKind;
import diundashboard.activity.ActivityLog;
import diundashboard.activity.ActivityLog.Entry;
import diundashboard.activity.ImageChanges;
import diundashboard.images.OccurrenceDao;
import diundashboard.images.UpdateStateDao;
import diundashboard.platform.security.RequiresRole;
import diundashboard.platform.security.Role;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;

/**
 * Lets images wait again by themselves, where undoing would bring back all of the change they were
 * part of.
 */
@Stateless
@RequiresRole(Role.EDITOR)
public class ReopeningService {

  @Inject private UpdateStateDao states;
  @Inject private OccurrenceDao occurrences;
  @Inject private ActivityLog log;

  /**
   * Lets a selection wait again, wherever it runs, in one transaction. Returns how many images this
   * changed.
   */
  public int reopen(Selection selection) {
    var now = Instant.now();
    var locked = states.lock(selection.condition(now));
    var touched = occurrences.unacknowledgeAll(locked);
    var reopened = states.reopenAll(touched);
    var woken = states.wakeAll(locked);
    log.append(Entry.of(now, ActivityKind.REOPENED, ""), ImageChanges.opened(touched, reopened));
    log.append(Entry.of(now, ActivityKind.WOKEN, ""), ImageChanges.unchanged(woken));
    woken.forEach(touched::add);
    return touched.size();
  }
}
