package diundashboard.activity.retention;

import diundashboard.platform.jobs.RepeatedJob;
import diundashboard.platform.startup.ApplicationReady;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;

/** Deletes old rows in small batches. Other writers run between them. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RetentionTimer extends RepeatedJob {

  @Inject private RetentionService retention;
  @Inject private RetentionStatus status;

  public RetentionTimer() {
    super(RetentionTimer.class, "Cannot delete old activity", Duration.ofSeconds(5));
  }

  public void start(@Observes ApplicationReady event) {
    round();
  }

  @Override
  protected void perform() {
    try {
      retention.prune();
      status.succeed();
    } catch (RuntimeException e) {
      status.fail();
      throw e;
    }
  }
}
