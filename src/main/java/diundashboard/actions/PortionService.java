package diundashboard.actions;

import diundashboard.actions.Superseder.Supersession;
import diundashboard.activity.ActivityKind;
import diundashboard.activity.ActivityLog;
import diundashboard.activity.ActivityLog.Entry;
import diundashboard.hosts.HostRemovalDao;
import diundashboard.images.ActionStamp;
import diundashboard.images.HoldDao;
import diundashboard.images.ImageChanges;
import diundashboard.images.LockedImages;
import diundashboard.images.OccurrenceStateDao;
import diundashboard.images.RemovalDao;
import diundashboard.images.ReplacementDao;
import diundashboard.images.UpdateStateDao;
import diundashboard.images.VersionChanges;
import diundashboard.platform.config.Settings;
import diundashboard.platform.database.Condition;
import diundashboard.platform.security.CurrentCaller;
import diundashboard.platform.security.Public;
import diundashboard.platform.security.RequiresRole;
import diundashboard.platform.security.Role;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Performs and undoes portions of actions, each in one transaction. It first locks the images in
 * the order of their keys, then the action, so that concurrent actions cannot deadlock.
 */
@Stateless
@RequiresRole(Role.EDITOR)
public class PortionService {

  @Inject private UpdateStateDao images;
  @Inject private OccurrenceStateDao occurrences;
  @Inject private VersionChanges versions;
  @Inject private HoldDao holds;
  @Inject private RemovalDao removals;
  @Inject private ReplacementDao replacements;
  @Inject private HostRemovalDao hosts;
  @Inject private UndoableActionDao actions;
  @Inject private Superseder superseder;
  @Inject private Settings settings;
  @Inject private CurrentCaller caller;
  @Inject private ActivityLog log;

  /**
   * Performs a portion of an action, unless the action has been undone.
   *
   * @param condition on rows of {@code occurrences o} and {@code updates u}
   * @param stamp its id is 0 for the first portion, which creates the action
   * @return the effect of this portion
   */
  public Effect perform(Action action, Condition condition, ActionStamp stamp, Portion portion) {
    var locked = lock(action.type(), portion);
    var current = portion.isFirst() ? actions.create(action, stamp) : stamp;
    if (!portion.isFirst() && !actions.lockUnlessUndone(stamp.id())) return Effect.none(stamp);
    var saved = occurrences.save(current.id(), portion.images(), condition);
    var changed = saved.stream().distinct().sorted().toList();
    apply(action, current, changed);
    var changes = locked.changes(changed, images.refresh(changed));
    var superseded = List.<Supersession>of();
    if (action.type().changesVersions()) {
      refreshBeside(current.id(), changed, locked);
      superseded = supersede(current, changed, locked);
    }
    actions.addChanges(current.id(), changed, saved.size());
    log(action, current, changes, portion.isLast());
    superseded.forEach(superseder::log);
    if (action.type() == ActionType.REMOVAL) removals.removeImages(current.id(), changed);
    return new Effect(current, changes.count(), saved.size());
  }

  /** Other tags at the same places may be compared again. */
  private LockedImages lock(ActionType type, Portion portion) {
    return type.changesVersions() ? lockBeside(portion) : images.lock(portion.images());
  }

  private LockedImages lockBeside(Portion portion) {
    var keys = new TreeSet<>(portion.images());
    keys.addAll(versions.beside(portion.images()));
    return images.lock(keys);
  }

  /** Where an action ends the hold of a tag, it supersedes older ones. */
  private List<Supersession> supersede(
      ActionStamp stamp, Collection<String> changed, LockedImages locked) {
    return versions.superseded(stamp.id(), changed, locked.keys(), settings.supersede()).stream()
        .map(tags -> superseder.supersede(tags, stamp))
        .toList();
  }

  private void refreshBeside(long id, Collection<String> changed, LockedImages locked) {
    var others = new TreeSet<>(locked.keys());
    others.removeAll(changed);
    var beside = versions.refreshBeside(id, changed, others);
    if (!beside.isEmpty()) images.refresh(beside);
  }

  private void apply(Action action, ActionStamp stamp, List<String> changed) {
    var isKept = action.type() != ActionType.REMOVAL;
    if (isKept && !action.note().isEmpty()) occurrences.note(stamp, changed);
    switch (action.type()) {
      case ACKNOWLEDGEMENT -> occurrences.acknowledge(stamp, changed);
      case SNOOZE -> occurrences.snooze(stamp, changed, action.until());
      case MUTE -> occurrences.mute(stamp, changed, action.selection().isWholeImages());
      case REMOVAL -> removals.removeOccurrences(stamp.id(), changed);
      case REOPENING -> occurrences.reopen(stamp, changed);
      case IMPORT -> throw new IllegalArgumentException("not performed in portions");
    }
  }

  private void log(Action action, ActionStamp stamp, ImageChanges changes, boolean isLast) {
    var host = Objects.requireNonNullElse(action.selection().host(), "");
    var workload = Objects.requireNonNullElse(action.selection().workload(), "");
    log.append(
        Entry.ofAction(stamp.at(), action.type().done(), stamp.id(), action.note())
            .onHost(host, workload),
        changes);
    var isHostRemoved =
        isLast
            && action.type() == ActionType.REMOVAL
            && action.selection().isHost()
            && hosts.remove(stamp.id(), host) > 0;
    if (isHostRemoved) log.append(Entry.ofHost(stamp.at(), ActivityKind.HOST_REMOVED, host, ""));
  }

  /**
   * Undoes a portion of an action, except for occurrences that changed since.
   *
   * @throws NoSuchActionException if no action of the type has the id
   */
  public void undo(ActionType type, long id, Instant at, Portion portion) {
    var locked = lock(type, portion);
    if (!actions.markUndone(type, id, at, caller.name())) throw new NoSuchActionException(type);
    var changed = restore(type, id, portion.images());
    var changes = locked.changes(changed, images.refresh(changed));
    if (type.changesVersions()) refreshBeside(id, changed, locked);
    log.append(Entry.ofAction(at, type.undone(), id, ""), changes);
    if (type == ActionType.IMPORT) replacements.deleteUnused(portion.images());
    if (type != ActionType.REMOVAL) return;
    for (var host : hosts.restore(id)) {
      log.append(Entry.ofHost(at, ActivityKind.HOST_RESTORED, host, ""));
    }
  }

  private Set<String> restore(ActionType type, long id, Collection<String> keys) {
    return switch (type) {
      case REMOVAL -> removals.restore(id, keys);
      case IMPORT -> replacements.restore(id, keys);
      default -> occurrences.undo(id, keys);
    };
  }

  /** Ends the snoozes and holds of a portion that are due. Then newer tags supersede older ones. */
  @Public("the timer has no caller")
  public void endDueSnoozes(Instant now, Portion portion) {
    var locked = lockBeside(portion);
    var held = holds.due(portion.images(), now);
    var ended = occurrences.endDueSnoozes(portion.images(), now);
    var changes = locked.changes(ended, images.refresh(ended));
    var superseded =
        versions.superseded(held, locked.keys(), settings.supersede()).stream()
            .map(superseder::supersede)
            .toList();
    log.appendAutomatic(Entry.of(now, ActivityKind.WOKEN, ""), changes);
    superseded.forEach(superseder::log);
  }

  /**
   * The effect of portions of an action.
   *
   * @param stamp with the id of the action
   * @param images how many they changed
   * @param occurrences how many they changed
   */
  public record Effect(ActionStamp stamp, int images, int occurrences) {

    static Effect none(ActionStamp stamp) {
      return new Effect(stamp, 0, 0);
    }

    Effect plus(Effect other) {
      return new Effect(other.stamp, images + other.images, occurrences + other.occurrences);
    }
  }
}
