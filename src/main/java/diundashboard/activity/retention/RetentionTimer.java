package diundashboard.activity.retention;

import diundashboard.platform.database.DatabaseUnavailableException;
import diundashboard.platform.startup.StartupSequence;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Deletes old rows in small batches. Other writers run between them. */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RetentionTimer {

  private static final Logger LOG = System.getLogger(RetentionTimer.class.getName());

  @Inject private StartupSequence migrations;
  @Inject private RetentionService retention;

  @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
  void prune() {
    if (migrations.fault().isPresent()) return;
    try {
      retention.prune();
    } catch (DatabaseUnavailableException e) { // logged by Database; the next round retries
      LOG.log(Level.DEBUG, "Cannot delete old activity", e);
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "Cannot delete old activity", e);
    }
  }
}
