package diundashboard.inbox;

import diundashboard.database.DatabaseException;
import diundashboard.database.Migrations;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Ends snoozes that have reached their time, at most two seconds late. */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class WakeTimer {

  private static final Logger LOG = System.getLogger(WakeTimer.class.getName());

  @Inject private Migrations migrations;
  @Inject private SnoozeService snoozes;

  @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
  void wake() {
    if (migrations.fault().isPresent()) return;
    try {
      snoozes.wake();
    } catch (DatabaseException e) { // the health check tells; the next round tries again
      LOG.log(Level.DEBUG, "Snoozes cannot be looked at", e);
    }
  }
}
