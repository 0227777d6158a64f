package diundashboard.intake.pings;

import diundashboard.activity.ActivityKind;
import diundashboard.activity.ActivityLog;
import diundashboard.activity.ActivityLog.Entry;
import diundashboard.heartbeats.HeartbeatDao;
import diundashboard.heartbeats.HeartbeatDao.RecordedPing;
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
  @Inject private ActivityLog log;

  /** Stores a ping. Returns false if no heartbeat has this UUID. */
  public boolean store(String uuid, Ping ping) {
    var now = Instant.now();
    var recorded = heartbeats.recordPing(HeartbeatSecret.hashOf(uuid), ping, now);
    recorded.ifPresent(found -> hosts.recordContact(found.hostname(), UNKNOWN_VERSION, now));
    recorded
        .filter(RecordedPing::hasFailed)
        .ifPresent(found -> log.appendAutomatic(failure(found.hostname(), ping, now)));
    return recorded.isPresent();
  }

  private static Entry failure(String hostname, Ping ping, Instant now) {
    var errors = ping.kind() == Ping.Kind.FAIL ? "" : ping.counts().errors().toString();
    return Entry.ofHost(now, ActivityKind.RUN_FAILED, hostname, errors);
  }
}
