package diundashboard.hosts;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import diundashboard.activity.ActivityDao;
import diundashboard.activity.ActivityKind;
import diundashboard.activity.ActivityLog;
import diundashboard.activity.ActivityLog.Entry;
import diundashboard.counts.ImageCounts;
import diundashboard.heartbeats.HeartbeatDao;
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
import java.util.stream.Stream;

/**
 * Names and merges hosts, and mutes their alarms. Received data is not changed, so all of it can be
 * undone. Each change is one transaction.
 */
@Stateless
@RequiresRole(Role.ADMIN)
public class HostService {

  @Inject private HostDao hosts;
  @Inject private HeartbeatDao heartbeats;
  @Inject private ImageCounts images;
  @Inject private ActivityDao activity;
  @Inject private ActivityLog log;

  /** Returns all hosts that are not merged into another one, by name. */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  @RequiresRole(Role.VIEWER)
  public List<Host> list() {
    return hosts.list(Instant.now(), images.current());
  }

  /** Returns the version of the list of hosts. */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  @RequiresRole(Role.VIEWER)
  public HostsVersion version() {
    return new HostsVersion(activity.version(Instant.now()), hosts.contacts(), heartbeats.pings());
  }

  /**
   * Sets the name of a host.
   *
   * @param name empty to remove the name
   * @throws NoSuchHostException if there is no such host
   * @throws HostConflictException if the name is the name or the hostname of another host, ignoring
   *     case; hosts that are merged into each other may share a name
   */
  public void rename(String hostname, String name) {
    var all = lock();
    var host = find(all, hostname);
    if (all.values().stream().anyMatch(other -> isTaken(name, host, other))) {
      throw HostConflictException.nameTaken(name);
    }
    if (host.displayName().equals(name)) return;
    hosts.rename(hostname, name);
    log.append(Entry.ofHost(Instant.now(), ActivityKind.HOST_RENAMED, hostname, name));
  }

  /**
   * Merges a host into another one: they count as one host from now on.
   *
   * @throws NoSuchHostException if one of them does not exist
   * @throws HostConflictException if {@code into} is merged into the host, directly or indirectly
   */
  public void merge(String hostname, String into) {
    var all = lock();
    var host = find(all, hostname);
    if (mergePath(all, find(all, into)).anyMatch(host::equals)) {
      throw HostConflictException.circularMerge();
    }
    if (into.equals(host.mergedInto())) return;
    hosts.merge(hostname, into);
    log.append(Entry.ofHost(Instant.now(), ActivityKind.HOST_MERGED, hostname, into));
  }

  /**
   * Unmerges a host. Hosts that are merged into it stay so.
   *
   * @throws NoSuchHostException if there is no such host
   */
  public void unmerge(String hostname) {
    var host = find(lock(), hostname);
    if (host.mergedInto() == null) return;
    hosts.merge(hostname, null);
    log.append(
        Entry.ofHost(Instant.now(), ActivityKind.HOST_SEPARATED, hostname, host.mergedInto()));
  }

  /**
   * Mutes the alarm of a host until a moment: its silence is no alarm.
   *
   * @param until a future time in RFC 3339, or {@code next-report}
   * @throws NoSuchHostException if there is no such host
   */
  @RequiresRole(Role.EDITOR)
  public void muteAlarm(String hostname, String until) {
    var now = Instant.now();
    var mute = AlarmMute.until(until, now);
    hosts.mute(find(lock(), hostname).canonical(), mute);
    log.append(Entry.ofHost(now, ActivityKind.HOST_ALARM_MUTED, hostname, until));
  }

  /**
   * Ends the mute of a host.
   *
   * @throws NoSuchHostException if there is no such host
   */
  @RequiresRole(Role.EDITOR)
  public void unmuteAlarm(String hostname) {
    var canonical = find(lock(), hostname).canonical();
    if (hosts.mute(canonical).isEmpty()) return;
    hosts.mute(canonical, null);
    log.append(Entry.ofHost(Instant.now(), ActivityKind.HOST_ALARM_UNMUTED, hostname, ""));
  }

  private Map<String, HostIdentity> lock() {
    return hosts.lock().stream().collect(toMap(HostIdentity::hostname, identity()));
  }

  private static HostIdentity find(Map<String, HostIdentity> all, String hostname) {
    var host = all.get(hostname);
    if (host == null) throw new NoSuchHostException();
    return host;
  }

  private static boolean isTaken(String name, HostIdentity host, HostIdentity other) {
    return !name.isEmpty()
        && !other.canonical().equals(host.canonical())
        && (name.equalsIgnoreCase(other.hostname()) || name.equalsIgnoreCase(other.displayName()));
  }

  /** The host itself, the host that it is merged into, and so on. */
  private static Stream<HostIdentity> mergePath(Map<String, HostIdentity> all, HostIdentity host) {
    return Stream.iterate(
        host,
        Objects::nonNull,
        each -> each.mergedInto() == null ? null : all.get(each.mergedInto()));
  }
}
