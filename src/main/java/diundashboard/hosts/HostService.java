package diundashboard.hosts;

import diundashboard.activity.ActivityKind;
import diundashboard.activity.ActivityLog;
import diundashboard.activity.ActivityLog.Entry;
import diundashboard.hosts.HostDao.HostIdentity;
import diundashboard.platform.security.RequiresRole;
import diundashboard.platform.security.Role;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What people know better of hosts than Diun does: what to call them, and which are the same.
 * Nothing of what was received is changed by it, so that each can be taken back as if it had never
 * been. Each change is one transaction.
 */
@Stateless
@RequiresRole(Role.ADMIN)
public class HostService {

  @Inject private HostDao hosts;
  @Inject private ActivityLog log;

  /** How a change went. */
  public enum Outcome {
    DONE,
    NO_SUCH_HOST,
    CONFLICT
  }

  /** All hosts that were merged into no other, by what people call them. */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  @RequiresRole(Role.VIEWER)
  public List<Host> list() {
    return hosts.list(Instant.now());
  }

  /**
   * Gives a host a name; a conflict if another one has it as its name or hostname, in whatever
   * case. Hosts that are merged into each other are no others.
   *
   * @param name empty to take away the one it has
   */
  public Outcome rename(String hostname, String name) {
    var known = lock();
    var host = known.get(hostname);
    if (host == null) return Outcome.NO_SUCH_HOST;
    if (known.values().stream().anyMatch(other -> isTaken(name, host, other))) {
      return Outcome.CONFLICT;
    }
    if (!host.displayName().equals(name)) {
      hosts.rename(hostname, name);
      log.append(Entry.ofHost(Instant.now(), ActivityKind.HOST_RENAMED, hostname, name));
    }
    return Outcome.DONE;
  }

  /**
   * Lets a host count with another one, as it does with whatever that one is merged into; a
   * conflict if that one is, directly or by way of others, merged into this.
   */
  public Outcome merge(String hostname, String into) {
    var known = lock();
    if (!known.containsKey(hostname) || !known.containsKey(into)) return Outcome.NO_SUCH_HOST;
    if (wayFrom(known, into).anyMatch(hostname::equals)) return Outcome.CONFLICT;
    if (!into.equals(known.get(hostname).mergedInto())) {
      hosts.merge(hostname, into);
      log.append(Entry.ofHost(Instant.now(), ActivityKind.HOST_MERGED, hostname, into));
    }
    return Outcome.DONE;
  }

  /** Lets a host count by itself again, with whatever is merged into it. */
  public Outcome separate(String hostname) {
    var host = lock().get(hostname);
    if (host == null) return Outcome.NO_SUCH_HOST;
    if (host.mergedInto() != null) {
      hosts.merge(hostname, null);
      log.append(
          Entry.ofHost(Instant.now(), ActivityKind.HOST_SEPARATED, hostname, host.mergedInto()));
    }
    return Outcome.DONE;
  }

  private Map<String, HostIdentity> lock() {
    return hosts.lock().stream()
        .collect(Collectors.toMap(HostIdentity::hostname, Function.identity()));
  }

  private static boolean isTaken(String name, HostIdentity host, HostIdentity other) {
    return !name.isEmpty()
        && !other.canonical().equals(host.canonical())
        && (name.equalsIgnoreCase(other.hostname()) || name.equalsIgnoreCase(other.displayName()));
  }

  /** The host itself, and what it is merged into one after the other. */
  private static Stream<String> wayFrom(Map<String, HostIdentity> known, String hostname) {
    return Stream.iterate(hostname, Objects::nonNull, each -> known.get(each).mergedInto());
  }
}
