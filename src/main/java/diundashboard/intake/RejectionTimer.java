package diundashboard.intake;

import diundashboard.platform.jobs.RepeatedJob;
import diundashboard.platform.startup.ApplicationReady;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;

/** Stores rejected notifications, at most a second late. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RejectionTimer extends RepeatedJob {

  @Inject private RejectionRecorder recorder;
  @Inject private RejectionService rejections;

  public RejectionTimer() {
    super(RejectionTimer.class, "Cannot store rejected notifications", Duration.ofSeconds(1));
  }

  public void start(@Observes ApplicationReady event) {
    round();
  }

  /** Stores a batch in a later round if the database is not available. */
  @Override
  protected void perform() {
    recorder.logSummaries();
    var batch = recorder.take();
    if (batch.isEmpty()) return;
    try {
      rejections.store(batch);
    } catch (RuntimeException e) {
      if (isOutage(e)) recorder.putBack(batch);
      throw e;
    }
  }
}
