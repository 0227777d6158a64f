package diundashboard.insights;

import static java.time.temporal.ChronoUnit.MINUTES;
import static java.util.stream.Collectors.toMap;

import diundashboard.counts.ImageCounts;
import diundashboard.counts.ImageProfile;
import diundashboard.hosts.Host;
import diundashboard.hosts.HostService;
import diundashboard.insights.Insights.StillPending;
import diundashboard.platform.security.RequiresRole;
import diundashboard.platform.security.Role;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** Computes statistics for charts. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@RequiresRole(Role.VIEWER)
public class InsightsService {

  @Inject private InsightsDao insights;
  @Inject private PendingImageDao pending;
  @Inject private PeriodHistories histories;
  @Inject private ImageCounts images;
  @Inject private HostService hosts;

  /**
   * Returns the statistics of the last days, including today.
   *
   * @param zone decides when a day begins
   * @param days number of days, from 1
   */
  public Insights of(ZoneId zone, int days) {
    var now = Instant.now().truncatedTo(MINUTES); // ages change once a minute
    var period = ReportingPeriod.of(zone, days, now);
    var history = histories.of(period);
    var current = images.current();
    var done = insights.done(period);
    return new Insights(
        zone.getId(),
        period.from(),
        period.to(),
        pending.mostUrgent(),
        history.pending(),
        stillPending(period),
        history.weeks(),
        history.arrivals(),
        pending.waiting(period),
        history.timeToDone(),
        history.doneBy(),
        insights.byKind(done, current),
        insights.byTag(done, current),
        insights.byHost(period, images, silent(), now),
        insights.byRegistry(done, current),
        history.top());
  }

  private List<StillPending> stillPending(ReportingPeriod period) {
    return images
        .pendingSince(ImageProfile::riskiestKind)
        .map(since -> PendingSince.byKind(since, period.days()))
        .orElse(null);
  }

  private Map<String, Instant> silent() {
    return hosts.list().stream()
        .filter(host -> host.silentSince() != null)
        .collect(toMap(Host::host, Host::silentSince));
  }
}
