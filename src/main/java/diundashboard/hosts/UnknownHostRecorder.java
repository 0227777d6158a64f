package diundashboard.hosts;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Records unknown hosts after an action, in a transaction of its own: a rejected action is recorded
 * too, and a failure does not affect the action.
 */
@Dependent
public class UnknownHostRecorder {

  private static final Logger LOG = System.getLogger(UnknownHostRecorder.class.getName());

  @Inject private UnknownHostService unknownHosts;

  public void record(String name) {
    try {
      unknownHosts.record(name);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Cannot record the name of an unknown host", e);
    }
  }
}
