package diundashboard.heartbeats;

import diundashboard.activity.ActivityKind;
import diundashboard.activity.ActivityLog;
import diundashboard.activity.ActivityLog.Entry;
import diundashboard.platform.security.CurrentCaller;
import diundashboard.platform.security.RequiresRole;
import diundashboard.platform.security.Role;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Creates and revokes heartbeats. */
@Stateless
@RequiresRole(Role.ADMIN)
public class HeartbeatService {

  @Inject private HeartbeatDao heartbeats;
  @Inject private ActivityLog log;
  @Inject private CurrentCaller caller;

  /**
   * A new heartbeat.
   *
   * @param uuid the secret in the URL of its pings; it is returned only once
   */
  public record CreatedHeartbeat(Heartbeat heartbeat, String uuid) {}

  /** Lists the heartbeats by hostname. */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public List<Heartbeat> list() {
    return heartbeats.list();
  }

  /** Creates a heartbeat. Empty if the host has one. */
  public Optional<CreatedHeartbeat> create(String hostname) {
    var uuid = HeartbeatSecret.random();
    var now = Instant.now();
    var heartbeat = heartbeats.create(hostname, HeartbeatSecret.hashOf(uuid), now, caller.name());
    heartbeat.ifPresent(created -> append(now, ActivityKind.HEARTBEAT_CREATED, created));
    return heartbeat.map(created -> new CreatedHeartbeat(created, uuid));
  }

  /** Revokes a heartbeat. Returns false if it does not exist. */
  public boolean revoke(int id) {
    var heartbeat = heartbeats.delete(id);
    heartbeat.ifPresent(revoked -> append(Instant.now(), ActivityKind.HEARTBEAT_REVOKED, revoked));
    return heartbeat.isPresent();
  }

  private void append(Instant at, ActivityKind kind, Heartbeat heartbeat) {
    log.append(Entry.ofHost(at, kind, heartbeat.host(), ""));
  }
}
