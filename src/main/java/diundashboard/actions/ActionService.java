package diundashboard.actions;

import diundashboard.actions.PastAction.Place;
import diundashboard.actions.PortionService.Effect;
import diundashboard.activity.ActivityDao;
import diundashboard.images.ActionStamp;
import diundashboard.images.OccurrenceStateDao;
import diundashboard.images.UpdateStateDao;
import diundashboard.platform.database.Condition;
import diundashboard.platform.paging.Cursor;
import diundashboard.platform.paging.Page;
import diundashboard.platform.security.CurrentCaller;
import diundashboard.platform.security.Public;
import diundashboard.platform.security.RequiresRole;
import diundashboard.platform.security.Role;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Performs and undoes actions. Actions on many images take seconds. They are split into {@linkplain
 * Portion portions}, so that notifications do not wait for them.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@RequiresRole(Role.EDITOR)
public class ActionService {

  @Inject private UpdateStateDao images;
  @Inject private OccurrenceStateDao occurrences;
  @Inject private UnknownNamesDao names;
  @Inject private PastActionDao pastActions;
  @Inject private ActivityDao log;
  @Inject private CurrentCaller caller;
  @Inject private PortionService portions;

  /**
   * Performs an action. Occurrences to which it does not apply stay as they are, and those that
   * Diun reports meanwhile.
   *
   * @throws UnknownNameException if the action is strict and its selection has an unknown name
   */
  public UndoableAction perform(Action action) {
    var unknown = names.find(action.selection());
    if (action.isStrict() && unknown.exists()) throw UnknownNameException.of(unknown);
    var now = Instant.now();
    var condition = action.condition(now, log.latestId());
    var effect = Effect.none(new ActionStamp(0, now, caller.name(), action.note()));
    for (var portion : Portion.of(images.find(condition))) {
      effect = effect.plus(portions.perform(action, condition, effect.stamp(), portion));
    }
    return new UndoableAction(
        effect.stamp().id(), effect.images(), effect.occurrences(), unknown.toMap());
  }

  /** Lists past actions of a type that changed images, newest first. */
  @RequiresRole(Role.VIEWER)
  public Page<PastAction> list(ActionType type, long before, int limit) {
    return list(ActionFilter.of(type), before, limit);
  }

  /** Lists past actions that changed images, newest first. */
  @RequiresRole(Role.VIEWER)
  public Page<PastAction> list(ActionFilter filter, long before, int limit) {
    var rows = pastActions.list(filter, Instant.now(), before, limit + 1);
    return Page.of(rows, limit, row -> Cursor.of(row.id()));
  }

  /**
   * Lists the occurrences that an action changed.
   *
   * @throws NoSuchActionException if no action has the id
   */
  @RequiresRole(Role.VIEWER)
  public Page<Place> places(long id, Cursor after, int limit) {
    if (!pastActions.exists(id)) throw new NoSuchActionException();
    var rows = pastActions.places(id, after, limit + 1);
    return Page.of(
        rows,
        limit,
        row -> Cursor.of(row.image(), row.host(), Objects.toString(row.workload(), "")));
  }

  /**
   * Undoes an action, except for occurrences that changed since. Idempotent.
   *
   * @throws NoSuchActionException if no action of the type has the id
   */
  public void undo(ActionType type, long id) {
    var now = Instant.now();
    var first = Portion.of(occurrences.images(id)).get(0);
    portions.undo(type, id, now, first);
    // Until here, further portions of the action could be performed.
    var others = new LinkedHashSet<>(occurrences.images(id));
    others.removeAll(Set.copyOf(first.images()));
    if (others.isEmpty()) return;
    for (var portion : Portion.of(List.copyOf(others))) portions.undo(type, id, now, portion);
  }

  /** Ends the snoozes that are due. */
  @Public("the timer has no caller")
  public void endDueSnoozes() {
    var now = Instant.now();
    if (!occurrences.isSnoozeDue(now)) return;
    for (var portion : Portion.of(images.find(Condition.of("o.snoozed_until <= ?", now)))) {
      portions.endDueSnoozes(now, portion);
    }
  }
}
