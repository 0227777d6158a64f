package diundashboard.hosts;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import diundashboard.activity.ActivityDao;
import diundashboard.activity.ActivityDao.Extent;
import diundashboard.platform.database.Database;
import diundashboard.platform.database.Timestamps;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts the notifications and reports of hosts in the activity log. Keeps what it has read, and
 * reads only the entries that are new: ids follow commit order, so there are none before the last.
 */
@ApplicationScoped
public class HostHistory {

  private static final Duration OBSERVED = Duration.ofDays(90);
  private static final int CHUNK = 10_000;

  private ActivityDao activity;
  private NotificationDao notifications;

  private final Map<String, NotificationTimes> timesByHostname = new HashMap<>();
  private Extent extent = Extent.EMPTY;

  /** For the container's proxy. */
  protected HostHistory() {}

  @Inject
  public HostHistory(Database database, ActivityDao activity) {
    this.activity = activity;
    this.notifications = new NotificationDao(database);
  }

  /**
   * Returns the reports of hosts.
   *
   * @param canonicals the host that each hostname counts as
   */
  synchronized Map<String, Reports> reports(Map<String, String> canonicals, Instant now) {
    update();
    var since = observedSince(now);
    timesByHostname.values().forEach(each -> each.forgetRunsBefore(since));
    return canonicals.entrySet().stream()
        .filter(host -> timesByHostname.containsKey(host.getKey()))
        .collect(
            groupingBy(
                Map.Entry::getValue,
                mapping(
                    host -> timesByHostname.get(host.getKey()),
                    collectingAndThen(toList(), times -> reportsOf(times, since)))));
  }

  private void update() {
    if (!activity.hasEntry(extent.newest())) restart(); // it is another log
    var current = activity.extent();
    try {
      if (isShortened(current)) removeDeleted(current.firstAt());
      read(current.newest());
      extent = current;
    } catch (RuntimeException e) { // some entries may have been counted already
      restart();
      throw e;
    }
  }

  private boolean isShortened(Extent current) {
    return !extent.isEmpty() && !current.isEmpty() && !current.hasStartOf(extent);
  }

  private static Reports reportsOf(List<NotificationTimes> times, Instant since) {
    return Reports.of(
        times.stream().mapToLong(NotificationTimes::count).sum(),
        times.stream().flatMap(each -> each.runsSince(since)));
  }

  /** The start of the observed period. Retention may have deleted a part of it. */
  private Instant observedSince(Instant now) {
    var since = now.minus(OBSERVED);
    if (extent.isEmpty()) return since;
    var first = Timestamps.parse(extent.firstAt());
    return first.isAfter(since) ? first : since;
  }

  private void restart() {
    timesByHostname.clear();
    extent = Extent.EMPTY;
  }

  /** Counts the first day again, of which retention may have deleted a part. */
  private void removeDeleted(String firstAt) {
    var first = Timestamps.parse(firstAt);
    var starts = notifications.starts(first, extent.newest());
    timesByHostname.forEach(
        (hostname, times) ->
            times.startAt(first, starts.getOrDefault(hostname, NotificationDao.Start.NONE)));
  }

  private void read(long newest) {
    for (var last = extent.newest(); last < newest; ) {
      var received = notifications.list(last, newest, CHUNK);
      if (received.isEmpty()) return;
      received.forEach(
          each ->
              timesByHostname
                  .computeIfAbsent(each.hostname(), name -> new NotificationTimes())
                  .add(each.at()));
      last = received.get(received.size() - 1).id();
    }
  }
}
