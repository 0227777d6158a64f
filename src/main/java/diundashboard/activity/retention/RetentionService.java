package diundashboard.activity.retention;

import diundashboard.platform.config.Settings;
import diundashboard.platform.security.Public;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;

/** Forgets activity and changes that the retention is over for. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@Public("a timer is nobody")
public class RetentionService {

  /** So few that no writer waits for long. */
  private static final int STEP = 500;

  @Inject private Settings settings;
  @Inject private RetentionDao old;

  /** Deletes some of what is too old, each table's in a transaction of its own. */
  public void prune() {
    var moment = Instant.now().minus(settings.retention());
    if (!old.isAnyBefore(moment)) return;
    old.deleteActivity(moment, STEP);
    old.deleteChanges(moment, STEP);
  }
}
