package diundashboard.actions;

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

/** Ends snoozes that are due, at most a second late. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SnoozeTimer {

  private static final Logger LOG = System.getLogger(SnoozeTimer.class.getName());
  private static final FailureLog FAILURES = new FailureLog(SnoozeTimer.class);

  private static final long INTERVAL_MILLIS = 1000;

  @Inject private ActionService actions;
  @Resource private TimerService timers;

  /**
   * Starts the timer. The first round runs at once, which loads all classes that it needs: Payara
   * undeploys without waiting for a round, and loading a class would then fail.
   */
  public void start(@Observes ApplicationReady event) {
    round();
  }

  /** Schedules the next round after each one, so that rounds never overlap. */
  @Timeout
  void round() {
    try {
      wake();
    } finally {
      timers.createSingleActionTimer(INTERVAL_MILLIS, new TimerConfig(null, false));
    }
  }

  private void wake() {
    try {
      actions.endDueSnoozes();
    } catch (DatabaseUnavailableException e) { // logged by Database; the next round retries
      LOG.log(Level.DEBUG, "Cannot check for expired snoozes", e);
    } catch (RuntimeException e) {
      FAILURES.log(Level.ERROR, "Cannot check for expired snoozes", e);
    }
  }
}
