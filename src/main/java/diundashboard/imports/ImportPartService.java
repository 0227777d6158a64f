package diundashboard.imports;

import diundashboard.actions.ImportActions;
import diundashboard.actions.ImportActions.Performed;
import diundashboard.activity.ActivityKind;
import diundashboard.activity.ActivityLog;
import diundashboard.activity.ActivityLog.Entry;
import diundashboard.images.ActionStamp;
import diundashboard.images.DigestDao;
import diundashboard.images.ImageLabels;
import diundashboard.images.KnownPlace;
import diundashboard.images.KnownPlaceDao;
import diundashboard.images.ReceivedEvent;
import diundashboard.images.UpdateStateDao;
import diundashboard.images.VersionChanges;
import diundashboard.imports.ImportPlan.Item;
import diundashboard.imports.ImportPlan.Outcome;
import diundashboard.platform.security.RequiresRole;
import diundashboard.platform.security.Role;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Imports parts, each in one transaction. It first locks the images in the order of their keys, as
 * actions do.
 */
@Stateless
@RequiresRole(Role.EDITOR)
public class ImportPartService {

  @Inject private UpdateStateDao images;
  @Inject private KnownPlaceDao places;
  @Inject private DigestDao digests;
  @Inject private VersionChanges versions;
  @Inject private ImportActions actions;
  @Inject private ActivityLog log;

  /**
   * Imports a part.
   *
   * @param hostnames of the host, the first one for new images
   * @param stamp its id is 0 until a part has created the action
   * @return the result of this part
   */
  public ImportResult perform(ImportPart part, List<String> hostnames, ActionStamp stamp) {
    var learned = digests.unknown(part.labels());
    var learnedDigests = learned.stream().map(ImageLabels::digest).toList();
    var keys = new TreeSet<>(part.images());
    keys.addAll(versions.beside(part.images()));
    keys.addAll(versions.openWith(part.repositories(), learnedDigests));
    var locked = images.lock(keys);
    var plan = ImportPlan.of(part.manifests(), places.read(part.images(), hostnames));
    digests.store(learned);
    var action = actions.perform(stamp, added(plan, hostnames.get(0), stamp), missed(plan, stamp));
    var changed = new TreeSet<>(action.images());
    changed.addAll(versions.refreshWith(part.repositories(), learnedDigests, locked.keys()));
    changed.addAll(plan.sameWith(Set.copyOf(learnedDigests)));
    var changes = locked.changes(changed, images.refresh(changed));
    actions.count(action);
    log.append(entryOf(action, stamp).onHost(hostnames.get(0), ""), changes);
    return ImportResult.of(action.id(), plan, learned);
  }

  /** Labels alone change nothing that can be undone. */
  private static Entry entryOf(Performed action, ActionStamp stamp) {
    return action.id() == null
        ? Entry.of(stamp.at(), ActivityKind.IMPORTED, "")
        : Entry.ofAction(stamp.at(), ActivityKind.IMPORTED, action.id(), "");
  }

  private static List<ReceivedEvent> added(ImportPlan plan, String hostname, ActionStamp stamp) {
    return plan.items().stream()
        .filter(item -> item.outcome() == Outcome.NEW)
        .map(Item::manifest)
        .map(
            each ->
                KnownPlace.first(
                    each.image(),
                    hostname,
                    each.digest(),
                    each.mimeType(),
                    each.created(),
                    each.platform(),
                    stamp.at()))
        .toList();
  }

  private static List<ReceivedEvent> missed(ImportPlan plan, ActionStamp stamp) {
    return plan.items().stream().flatMap(item -> missed(item, stamp)).toList();
  }

  private static Stream<ReceivedEvent> missed(Item item, ActionStamp stamp) {
    var manifest = item.manifest();
    return item.missedAt().stream()
        .map(
            place ->
                place.missed(
                    manifest.digest(),
                    manifest.mimeType(),
                    manifest.created(),
                    manifest.platform(),
                    stamp.at()));
  }
}
