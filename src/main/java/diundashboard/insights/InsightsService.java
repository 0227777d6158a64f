package diundashboard.insights;

import diundashboard.counts.ImageCounts;
import diundashboard.platform.security.RequiresRole;
import diundashboard.platform.security.Role;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;

/** Computes statistics for charts. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@RequiresRole(Role.VIEWER)
public class InsightsService {

  @Inject private InsightsDao insights;
  @Inject private PeriodHistories histories;
  @Inject private ImageCounts images;

  /**
   * Returns the statistics of the last days, including today.
   *
   * @param zone decides when a day begins
   * @param days number of days, from 1
   */
  public Insights of(ZoneId zone, int days) {
    var period = ReportingPeriod.of(zone, days, Instant.now());
    var history = histories.of(period);
    var current = images.current();
    return new Insights(
        zone.getId(),
        period.from(),
        period.to(),
        history.pending(),
        history.arrivals(),
        insights.waiting(period),
        history.timeToDone(),
        insights.byTag(period, current),
        insights.byHost(period, current),
        insights.byRegistry(period, current),
        history.top());
  }
}
