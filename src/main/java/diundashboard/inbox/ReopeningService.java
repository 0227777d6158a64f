package diundashboard.inbox;

import diundashboard.activity.ActivityDao;
import diundashboard.activity.Kind;
import diundashboard.database.Database;
import diundashboard.security.Needs;
import diundashboard.security.Role;
import diundashboard.updates.OccurrenceDao;
import diundashboard.updates.StateDao;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;

/**
 * Lets images wait again by themselves, where undoing would bring back all of the change they were
 * part of.
 */
@Stateless
@Needs(Role.EDITOR)
public class ReopeningService {

  @Inject private StateDao states;
  @Inject private OccurrenceDao occurrences;
  @Inject private ActivityDao activity;

  /**
   * Lets a selection wait again, wherever it runs, in one transaction. Returns how many images this
   * changed.
   */
  public int reopen(Selection selection, String actor) {
    var now = Instant.now();
    var locked = Database.elements(states.lock(selection.condition(states, now)));
    var touched = occurrences.unacknowledgeAll(locked);
    var images = Database.elements(touched);
    var reopened = Database.elements(states.reopenAll(images));
    var woken = states.wakeAll(locked);
    if (!touched.isEmpty()) {
      activity.appendAll(change(now, Kind.REOPENED, actor), images, reopened, 1);
    }
    if (!woken.isEmpty()) {
      activity.appendAll(change(now, Kind.WOKEN, actor), Database.elements(woken), "[]", 0);
    }
    woken.forEach(touched::add);
    return touched.size();
  }

  private static ActivityDao.Change change(Instant now, Kind kind, String actor) {
    return new ActivityDao.Change(now, kind, null, "", "", actor, "");
  }
}
