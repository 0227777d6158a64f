package diundashboard.intake;

import diundashboard.platform.metrics.Metrics;
import io.prometheus.metrics.core.metrics.Counter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;

/** Counts the notifications that this server has received since its start. */
@ApplicationScoped
public class IntakeMetrics {

  /** The providers of Diun. A sender can name any other. */
  private static final Set<String> PROVIDERS =
      Set.of("docker", "swarm", "kubernetes", "nomad", "containerd", "dockerfile", "file");

  private Counter notifications;
  private Counter rejected;

  /** For the container's proxy. */
  protected IntakeMetrics() {}

  @Inject
  IntakeMetrics(Metrics metrics) {
    notifications =
        Counter.builder()
            .name("diundashboard_notifications_total")
            .help("Notifications by provider and result: stored, test or rejected.")
            .labelNames("provider", "result")
            .register(metrics.registry());
    rejected =
        Counter.builder()
            .name("diundashboard_rejected_total")
            .help("Rejected notifications by reason.")
            .labelNames("reason")
            .register(metrics.registry());
    for (var reason : RejectionReason.values()) rejected.initLabelValues(reason.value());
  }

  void stored(Notification notification) {
    var provider = notification.event().provider();
    notifications
        .labelValues(
            PROVIDERS.contains(provider) ? provider : "other",
            notification.isTest() ? "test" : "stored")
        .inc();
  }

  /** Counts a rejected notification. Its provider is unknown, because it may not be readable. */
  void rejected(RejectionReason reason) {
    notifications.labelValues("unknown", "rejected").inc();
    rejected.labelValues(reason.value()).inc();
  }
}
