package diundashboard.hosts;

import diundashboard.activity.ActivityKind;
import diundashboard.activity.ActivityLog;
import diundashboard.activity.ActivityLog.Entry;
import diundashboard.platform.database.Timestamps;
import diundashboard.platform.security.Public;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** Notices hosts whose Diun has become silent. */
@Stateless
@Public("the timer has no caller")
public class SilenceService {

  @Inject private HostDao hosts;
  @Inject private SilenceDao silences;
  @Inject private ActivityLog log;

  /** Returns the silent hosts that are not in the activity log, without muted ones. */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public List<Host> find() {
    var logged = silences.logged();
    return hosts.list(Instant.now()).stream()
        .filter(host -> host.raisesAlarm() && !host.silentSince().equals(logged.get(host.host())))
        .toList();
  }

  /** Appends the silence of a host to the activity log, unless another server has. */
  public void log(Host host) {
    if (!silences.record(host.host(), host.silentSince())) return;
    var since = Timestamps.format(host.silentSince());
    log.appendAutomatic(Entry.ofHost(Instant.now(), ActivityKind.HOST_SILENT, host.host(), since));
  }
}
