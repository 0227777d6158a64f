package diundashboard.platform.startup;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Readiness of the application: false until {@link StartupSequence} has succeeded. */
@ApplicationScoped
public class Readiness {

  private volatile String cause = "DiunDashboard is starting.";

  public boolean isReady() {
    return cause == null;
  }

  /** Why the application is not ready, with a remedy. Empty if it is ready. */
  public Optional<String> cause() {
    return Optional.ofNullable(cause);
  }

  void ready() {
    cause = null;
  }

  void notReady(String reason) {
    cause = reason;
  }
}
