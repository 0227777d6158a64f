package diundashboard.activity.retention;

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

/** Deletes old rows in small batches. Other writers run between them. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RetentionTimer {

  private static final Logger LOG = System.getLogger(RetentionTimer.class.getName());
  private static final FailureLog FAILURES = new FailureLog(RetentionTimer.class);

  private static final long INTERVAL_MILLIS = 5000;

  @Inject private RetentionService retention;
  @Inject private RetentionStatus status;
  @Resource private TimerService timers;

  public void start(@Observes ApplicationReady event) {
    timers.createIntervalTimer(INTERVAL_MILLIS, INTERVAL_MILLIS, new TimerConfig(null, false));
  }

  @Timeout
  void prune() {
    try {
      retention.prune();
      status.succeed();
    } catch (DatabaseUnavailableException e) { // logged by Database; the next round retries
      status.fail();
      LOG.log(Level.DEBUG, "Cannot delete old activity", e);
    } catch (RuntimeException e) {
      status.fail();
      FAILURES.log(Level.ERROR, "Cannot delete old activity", e);
    }
  }
}
