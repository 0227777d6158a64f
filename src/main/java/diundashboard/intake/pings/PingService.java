package diundashboard.intake.pings;

import diundashboard.heartbeats.HeartbeatDao;
import diundashboard.heartbeats.HeartbeatSecret;
import diundashboard.heartbeats.Ping;
import diundashboard.hosts.HostDao;
import diundashboard.platform.security.Public;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;

/** Stores pings. */
@Stateless
@Public("the UUID authenticates the sender")
public class PingService {

  /** Pings do not tell it. */
  private static final String UNKNOWN_VERSION = "";

  @Inject private HeartbeatDao heartbeats;
  @Inject private HostDao hosts;

  /** Stores a ping. Returns false if no heartbeat has this UUID. */
  public boolean store(String uuid, Ping ping) {
    var now = Instant.now();
    var hostname = heartbeats.recordPing(HeartbeatSecret.hashOf(uuid), ping, now);
    hostname.ifPresent(host -> hosts.recordContact(host, UNKNOWN_VERSION, now));
    return hostname.isPresent();
  }
}
