package diundashboard.hosts;

import diundashboard.platform.security.RequiresRole;
import diundashboard.platform.security.Role;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** Records, lists and dismisses names of hosts that actions ask for and that never reported. */
@Stateless
@RequiresRole(Role.EDITOR)
public class UnknownHostService {

  @Inject private UnknownHostDao unknownHosts;
  @Inject private HostDao hosts;

  /** Records that an action asked for a name. The empty name is that of a Diun without hostname. */
  public void record(String name) {
    if (name.isBlank()) return;
    unknownHosts.lock();
    unknownHosts.record(name, Instant.now());
  }

  /** Returns the names with the hosts that they probably mean, the last asked for first. */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  @RequiresRole(Role.VIEWER)
  public List<UnknownHost> list() {
    var all = unknownHosts.list();
    if (all.isEmpty()) return all;
    var similar = new SimilarHost(hosts.identities());
    return all.stream()
        .map(host -> host.withSimilar(similar.to(host.name()).orElse(null)))
        .toList();
  }

  /**
   * Removes a name from the list. It returns with the next action that asks for it.
   *
   * @throws NoSuchUnknownHostException if the name is not listed
   */
  public void dismiss(String name) {
    if (!unknownHosts.delete(name)) throw new NoSuchUnknownHostException();
  }
}
