package diundashboard.imports;

import diundashboard.actions.ActionService;
import diundashboard.actions.ActionType;
import diundashboard.actions.PastAction;
import diundashboard.images.ActionStamp;
import diundashboard.images.DigestDao;
import diundashboard.images.KnownPlaceDao;
import diundashboard.platform.database.DatabaseUnavailableException;
import diundashboard.platform.paging.Page;
import diundashboard.platform.security.CurrentCaller;
import diundashboard.platform.security.RequiresRole;
import diundashboard.platform.security.Role;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.List;

/**
 * Imports what Diun on a host has stored. Large imports are divided into {@linkplain ImportPart
 * parts}, so that notifications do not wait for them.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@RequiresRole(Role.EDITOR)
public class ImportService {

  private static final Logger LOG = System.getLogger(ImportService.class.getName());

  @Inject private KnownPlaceDao places;
  @Inject private DigestDao digests;
  @Inject private ActionService actions;
  @Inject private CurrentCaller caller;
  @Inject private ImportPartService parts;

  /**
   * Makes images pending whose notifications were missed, adds unknown ones as done, and stores the
   * labels of all manifests. Idempotent.
   *
   * @param host a hostname or a host's name
   * @throws UnknownHostException if there is no such host
   */
  public ImportResult perform(String host, List<Manifest> manifests) {
    var hostnames = hostnamesOf(host);
    var stamp = new ActionStamp(0, Instant.now(), caller.name(), "");
    var result = ImportResult.none();
    for (var part : ImportPart.of(manifests)) {
      result = result.plus(perform(part, hostnames, stamp));
      if (result.id() != null) {
        stamp = new ActionStamp(result.id(), stamp.at(), stamp.actor(), stamp.note());
      }
    }
    return result;
  }

  /**
   * The database ends one of two transactions that wait for each other, such as one with
   * notifications of the same new images, and the other can continue.
   */
  private ImportResult perform(ImportPart part, List<String> hostnames, ActionStamp stamp) {
    try {
      return parts.perform(part, hostnames, stamp);
    } catch (DatabaseUnavailableException e) {
      LOG.log(Level.DEBUG, "A part of an import is tried again", e);
      return parts.perform(part, hostnames, stamp);
    }
  }

  /** Returns what an import would do. */
  public ImportResult preview(String host, List<Manifest> manifests) {
    var hostnames = hostnamesOf(host);
    var result = ImportResult.none();
    for (var part : ImportPart.of(manifests)) {
      var plan = ImportPlan.of(part.manifests(), places.read(part.images(), hostnames));
      result = result.plus(ImportResult.of(null, plan, digests.unknown(part.labels())));
    }
    return result;
  }

  private List<String> hostnamesOf(String host) {
    var hostnames = places.hostnames(host);
    if (hostnames.isEmpty()) throw new UnknownHostException(host);
    return hostnames;
  }

  /** Lists past imports that changed images, newest first. */
  @RequiresRole(Role.VIEWER)
  public Page<PastAction> list(long before, int limit) {
    return actions.list(ActionType.IMPORT, before, limit);
  }

  /** Undoes an import, except for what changed since. The labels of manifests stay. */
  public void undo(long id) {
    actions.undo(ActionType.IMPORT, id);
  }
}
