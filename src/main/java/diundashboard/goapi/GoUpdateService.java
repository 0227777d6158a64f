package diundashboard.goapi;

import diundashboard.actions.Acknowledgement;
import diundashboard.actions.ActionService;
import diundashboard.actions.Selection;
import diundashboard.activity.ActivityDao;
import diundashboard.images.Image;
import diundashboard.images.UpdateStateDao;
import diundashboard.platform.security.RequiresRole;
import diundashboard.platform.security.Role;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** What the Go original can do with updates. */
@Stateless
@RequiresRole(Role.EDITOR)
public class GoUpdateService {

  @Inject private GoUpdateDao updates;
  @Inject private ActivityDao activity;
  @Inject private UpdateStateDao states;
  @Inject private ActionService actions;

  /** What {@link #all()} depends on: as long as it is the same, so are they. */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  @RequiresRole(Role.VIEWER)
  public String version() {
    return "" + activity.latestId();
  }

  /** All updates by {@link Image#key()}, the newest first. */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  @RequiresRole(Role.VIEWER)
  public Map<String, GoUpdate> all() {
    return updates.all();
  }

  /** Marks an update as seen to; says whether there is one. */
  public boolean acknowledge(Image image) {
    if (!states.exists(image)) return false;
    actions.perform(Acknowledgement.EVERYWHERE, Selection.of(List.of(image)), "");
    return true;
  }

  /** Marks all pending updates as seen to, and says how many. */
  public int acknowledgeAll() {
    return actions.perform(Acknowledgement.EVERYWHERE, Selection.ALL, "").count();
  }

  /** Marks the pending updates of one tag as seen to, and says how many. */
  public int acknowledgeByTag(int tagId) {
    return actions.perform(Acknowledgement.EVERYWHERE, Selection.ofTag(tagId), "").count();
  }
}
