package diundashboard.intake;

import diundashboard.intake.RejectionLimits.Decision;
import diundashboard.intake.RejectionLimits.Summary;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects rejected notifications until {@link RejectionTimer} stores them. The response of the
 * webhook therefore never waits for the database, and many rejections are one transaction.
 *
 * <p>Thread-safe.
 */
@ApplicationScoped
public class RejectionRecorder {

  private static final Logger LOG = System.getLogger(RejectionRecorder.class.getName());

  private final InstantSource clock;
  private final IntakeMetrics metrics;
  private final RejectionLimits limits = new RejectionLimits();
  private Map<RejectedNotification.Key, RejectedNotification> pending = new LinkedHashMap<>();

  /** For the container's proxy. */
  protected RejectionRecorder() {
    this(null);
  }

  @Inject
  RejectionRecorder(IntakeMetrics metrics) {
    this(InstantSource.system(), metrics);
  }

  RejectionRecorder(InstantSource clock, IntakeMetrics metrics) {
    this.clock = clock;
    this.metrics = metrics;
  }

  /**
   * Records a rejected notification.
   *
   * @param failure the error that the sender gets
   * @param body as received; null if it has not been read
   */
  public synchronized void record(
      String address, RejectionReason reason, RuntimeException failure, String body) {
    metrics.rejected(reason);
    var now = clock.instant();
    var isKept = body != null && reason.keepsBody();
    var response = RejectionResponse.of(failure);
    var kept = isKept ? RejectedBody.of(body) : RejectedBody.NONE;
    var key = new RejectedNotification.Key(address, reason, kept.hash());
    var decision = limits.decide(key, now);
    if (decision == Decision.IGNORE) return;
    var isReported = decision == Decision.REPORT;
    if (isReported) {
      LOG.log(Level.WARNING, "Rejected a notification from {0}: {1}", address, response.detail());
    }
    var recorded = decision == Decision.RECORD_WITHOUT_BODY ? RejectedBody.NONE : kept;
    add(new RejectedNotification(now, now, 1, address, reason, response, recorded, isReported));
  }

  private void add(RejectedNotification rejected) {
    pending.merge(rejected.key(), rejected, RejectedNotification::and);
    if (pending.size() > RejectionDao.MAX_ROWS) pending.remove(pending.keySet().iterator().next());
  }

  /** Returns what has been recorded since the last call. */
  synchronized List<RejectedNotification> take() {
    var taken = List.copyOf(pending.values());
    pending = new LinkedHashMap<>();
    return taken;
  }

  /** Adds what could not be stored, so that the next {@link #take} returns it again. */
  synchronized void putBack(List<RejectedNotification> taken) {
    var later = new ArrayList<>(pending.values());
    pending = new LinkedHashMap<>();
    taken.forEach(this::add);
    later.forEach(this::add);
  }

  /** Logs how many more notifications were rejected in the hours that are over. */
  synchronized void logSummaries() {
    limits.endPeriods(clock.instant()).forEach(RejectionRecorder::log);
  }

  private static void log(Summary summary) {
    var from =
        summary
            .sender()
            .map(sender -> "%s: %s".formatted(sender.address(), sender.reason().value()))
            .orElse("more senders than are recorded");
    LOG.log(
        Level.WARNING,
        "Rejected more notifications in the last hour ({0}) from {1}",
        String.valueOf(summary.count()),
        from);
  }
}
