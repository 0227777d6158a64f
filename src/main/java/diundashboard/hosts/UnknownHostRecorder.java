package diundashboard.hosts;

import diundashboard.platform.logging.FailureLog;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;

/**
 * Records unknown hosts after an action, in a transaction of its own: a rejected action is recorded
 * too, and a failure does not affect the action.
 */
@Dependent
public class UnknownHostRecorder {

  private static final FailureLog FAILURES = new FailureLog(UnknownHostRecorder.class);

  @Inject private UnknownHostService unknownHosts;

  public void record(String name) {
    try {
      unknownHosts.record(name);
    } catch (RuntimeException e) {
      FAILURES.log(Level.WARNING, "Cannot record the name of an unknown host", e);
    }
  }
}
