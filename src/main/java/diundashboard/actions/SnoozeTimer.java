package diundashboard.actions;

import diundashboard.platform.jobs.RepeatedJob;
import diundashboard.platform.startup.ApplicationReady;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;

/** Ends snoozes that are due, at most a second late. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SnoozeTimer extends RepeatedJob {

  @Inject private ActionService actions;

  public SnoozeTimer() {
    super(SnoozeTimer.class, "Cannot check for expired snoozes", Duration.ofSeconds(1));
  }

  public void start(@Observes ApplicationReady event) {
    round();
  }

  @Override
  protected void perform() {
    actions.endDueSnoozes();
  }
}
