package diundashboard.activity.retention;

import diundashboard.platform.health.HealthNotice;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** Whether old rows can be deleted. */
@ApplicationScoped
public class RetentionStatus implements HealthNotice {

  private volatile Instant failingSince;

  /** Records that old rows were deleted, or that there were none. */
  void succeed() {
    failingSince = null;
  }

  /** Records a failure. */
  void fail() {
    if (failingSince == null) failingSince = Instant.now();
  }

  @Override
  public String name() {
    return "retention";
  }

  @Override
  public Optional<String> problem() {
    return Optional.ofNullable(failingSince)
        .map(
            since ->
                "Old activity cannot be deleted since %s. DiunDashboard tries again every five seconds. See its log."
                    .formatted(since));
  }
}
