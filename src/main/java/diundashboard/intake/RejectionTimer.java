package diundashboard.intake;

import diundashboard.platform.database.DatabaseUnavailableException;
import diundashboard.platform.logging.FailureLog;
import diundashboard.platform.problem.FailureTranslator;
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
import java.util.List;

/** Stores rejected notifications, at most a second late. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RejectionTimer {

  private static final Logger LOG = System.getLogger(RejectionTimer.class.getName());
  private static final FailureLog FAILURES = new FailureLog(RejectionTimer.class);

  private static final long INTERVAL_MILLIS = 1000;

  @Inject private RejectionRecorder recorder;
  @Inject private RejectionService rejections;
  @Inject private FailureTranslator failures;
  @Resource private TimerService timers;

  public void start(@Observes ApplicationReady event) {
    round();
  }

  /** Schedules the next round after each one, so that rounds never overlap. */
  @Timeout
  void round() {
    try {
      recorder.logSummaries();
      var batch = recorder.take();
      if (!batch.isEmpty()) store(batch);
    } finally {
      timers.createSingleActionTimer(INTERVAL_MILLIS, new TimerConfig(null, false));
    }
  }

  private void store(List<RejectedNotification> batch) {
    try {
      rejections.store(batch);
    } catch (RuntimeException e) {
      if (!isUnavailable(e)) {
        FAILURES.log(Level.ERROR, "Cannot store rejected notifications", e);
        return;
      }
      recorder.putBack(batch); // logged by Database; the next round retries
      LOG.log(Level.DEBUG, "Cannot store rejected notifications", e);
    }
  }

  /** The commit fails after the method of the service, for example because the disk is full. */
  private boolean isUnavailable(RuntimeException failure) {
    return failure instanceof DatabaseUnavailableException
        || failures.translate(failure).isPresent();
  }
}
