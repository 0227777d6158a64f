package diundashboard.goapi;

import diundashboard.actions.Action;
import diundashboard.actions.ActionService;
import diundashboard.actions.Selection;
import diundashboard.images.Image;
import diundashboard.images.UpdateStateDao;
import diundashboard.platform.json.JsonObjectWriter;
import diundashboard.platform.security.RequiresRole;
import diundashboard.platform.security.Role;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;

/** Reads and acknowledges updates as the Go original does. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@RequiresRole(Role.EDITOR)
public class GoUpdateService {

  @Inject private GoUpdateDao updates;
  @Inject private UpdateStateDao states;
  @Inject private ActionService actions;

  /**
   * Writes all updates as a JSON object by {@link Image#key()}, newest first. The transaction lets
   * PostgreSQL send the rows part by part.
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRED)
  @RequiresRole(Role.VIEWER)
  public void writeAll(OutputStream output) throws IOException {
    try (var json = new JsonObjectWriter(output)) {
      updates.writeAll(json::member);
    }
  }

  /**
   * Marks an update as done.
   *
   * @throws NoSuchUpdateException if there is no update of the image
   */
  public void acknowledge(Image image) {
    if (!states.exists(image)) throw new NoSuchUpdateException();
    actions.perform(Action.acknowledge(Selection.of(image)));
  }

  /** Marks all pending updates as done, but not snoozed ones, and returns their number. */
  public int acknowledgeAll() {
    return actions.perform(Action.acknowledge(Selection.PENDING)).count();
  }

  /** Marks the pending updates of a tag as done, but not snoozed ones, and returns their number. */
  public int acknowledgeByTag(int tagId) {
    return actions.perform(Action.acknowledge(Selection.pendingWithTag(tagId))).count();
  }
}
