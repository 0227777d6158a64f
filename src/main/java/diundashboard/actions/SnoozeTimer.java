package diundashboard.actions;

import diundashboard.platform.database.DatabaseUnavailableException;
import diundashboard.platform.startup.StartupSequence;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Ends snoozes that have reached their time, at most a second late. */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SnoozeTimer {

  private static final Logger LOG = System.getLogger(SnoozeTimer.class.getName());

  private static final long INTERVAL_MILLIS = 1000;

  @Inject private StartupSequence migrations;
  @Inject private ActionService actions;
  @Resource private TimerService timers;

  /**
   * Each round is followed by the next, so that they never overlap, however long one takes. The
   * first is at the start, so that all its classes are there before it may be undeployed: Payara
   * waits for no round, and takes the classes from it.
   */
  @PostConstruct
  @Timeout
  void round() {
    try {
      wake();
    } finally {
      timers.createSingleActionTimer(INTERVAL_MILLIS, new TimerConfig(null, false));
    }
  }

  private void wake() {
    if (migrations.fault().isPresent()) return;
    try {
      actions.endDueSnoozes();
    } catch (DatabaseUnavailableException e) { // the health check tells; the next round tries again
      LOG.log(Level.DEBUG, "Cannot check for expired snoozes", e);
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "Cannot check for expired snoozes", e);
    }
  }
}
