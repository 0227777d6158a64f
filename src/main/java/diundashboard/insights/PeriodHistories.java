package diundashboard.insights;

import diundashboard.activity.ActivityDao;
import diundashboard.platform.cache.LruCache;
import diundashboard.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Keeps the statistics of recently requested periods, and brings them up to date. */
@ApplicationScoped
public class PeriodHistories {

  private static final int MAX_SIZE = 8;

  private final LruCache<ReportingPeriod, PeriodHistory> histories = new LruCache<>(MAX_SIZE);

  private HistoryDao dao;
  private ActivityDao activity;

  /** For the container's proxy. */
  protected PeriodHistories() {}

  @Inject
  public PeriodHistories(Database database, ActivityDao activity) {
    this.dao = new HistoryDao(database);
    this.activity = activity;
  }

  PeriodHistory.Statistics of(ReportingPeriod period) {
    var history = find(period);
    synchronized (history) {
      return history.get();
    }
  }

  private synchronized PeriodHistory find(ReportingPeriod period) {
    return histories
        .get(period)
        .orElseGet(
            () -> {
              var history = new PeriodHistory(dao, activity, period);
              histories.put(period, history);
              return history;
            });
  }
}
