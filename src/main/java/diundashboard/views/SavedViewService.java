package diundashboard.views;

import diundashboard.platform.security.CurrentCaller;
import diundashboard.platform.security.RequiresRole;
import diundashboard.platform.security.Role;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Reads and changes the views of the caller. While authentication is off, all callers share them.
 */
@Stateless
@RequiresRole(Role.VIEWER)
public class SavedViewService {

  private static final int MAX_VIEWS = 50;

  @Inject private SavedViewDao views;
  @Inject private CurrentCaller caller;

  /** Lists the views by name. */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public List<SavedView> list() {
    return views.list(caller.name());
  }

  /**
   * Creates a view.
   *
   * @throws ViewNameTakenException if another one has the name
   * @throws TooManyViewsException if there are too many
   */
  public SavedView create(SavedViewRequest request) {
    if (views.count(caller.name()) >= MAX_VIEWS) throw new TooManyViewsException(MAX_VIEWS);
    return views
        .create(caller.name(), request)
        .orElseThrow(() -> new ViewNameTakenException(request.name()));
  }

  /**
   * Replaces a view.
   *
   * @throws NoSuchViewException if the caller has none with this id
   * @throws ViewNameTakenException if another one has the name
   */
  public SavedView replace(int id, SavedViewRequest request) {
    return views.replace(caller.name(), id, request).orElseThrow(NoSuchViewException::new);
  }

  /**
   * Deletes a view.
   *
   * @throws NoSuchViewException if the caller has none with this id
   */
  public void delete(int id) {
    if (!views.delete(caller.name(), id)) throw new NoSuchViewException();
  }
}
