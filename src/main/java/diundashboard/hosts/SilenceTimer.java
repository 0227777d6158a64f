package diundashboard.hosts;

import diundashboard.platform.config.ChannelEvent;
import diundashboard.platform.config.Settings;
import diundashboard.platform.database.DatabaseUnavailableException;
import diundashboard.platform.logging.FailureLog;
import diundashboard.platform.startup.ApplicationReady;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Looks for silent hosts, if a channel reports them. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SilenceTimer {

  private static final Logger LOG = System.getLogger(SilenceTimer.class.getName());
  private static final FailureLog FAILURES = new FailureLog(SilenceTimer.class);

  private static final long INTERVAL_MILLIS = 60_000;

  @Inject private Settings settings;
  @Inject private SilenceService silences;
  @Resource private TimerService timers;

  public void start(@Observes ApplicationReady event) {
    var isReported =
        settings.channels().stream()
            .anyMatch(channel -> channel.events().contains(ChannelEvent.SILENT));
    if (!isReported) return;
    timers.createIntervalTimer(INTERVAL_MILLIS, INTERVAL_MILLIS, new TimerConfig(null, false));
  }

  @Timeout
  void round() {
    try {
      silences.find().forEach(silences::log);
    } catch (DatabaseUnavailableException e) { // logged by Database; the next round retries
      LOG.log(Level.DEBUG, "Cannot look for silent hosts", e);
    } catch (RuntimeException e) {
      FAILURES.log(Level.ERROR, "Cannot look for silent hosts", e);
    }
  }
}
