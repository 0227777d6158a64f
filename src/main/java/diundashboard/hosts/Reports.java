package diundashboard.hosts;

import static java.util.Comparator.comparing;

import diundashboard.heartbeats.Assessment;
import diundashboard.heartbeats.Median;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The notifications of a host, and how often it reports.
 *
 * <p>A report is a run of notifications that are less than ten minutes apart, because Diun sends
 * one notification for each image that it finds. The usual gap of a host is the median of the
 * pauses between its reports in the last 90 days, from the last notification of one report to the
 * first of the next.
 *
 * @param notifications number of notifications in the activity log
 * @param usualGapSeconds null for fewer than three pauses
 */
record Reports(long notifications, Long usualGapSeconds) {

  static final Reports NONE = new Reports(0, null);

  /** The shortest time between two reports. */
  static final Duration PAUSE = Duration.ofMinutes(10);

  /** Describes a host by the runs of its hostnames, which may overlap. */
  static Reports of(long notifications, Stream<Run> runs) {
    return new Reports(notifications, usualGapOf(runs.sorted(comparing(Run::first)).toList()));
  }

  /**
   * Guesses whether the host still reports, because Diun sends nothing if there is no update: it is
   * silent after twice the usual gap.
   */
  Assessment assess(Instant lastSeenAt, Instant now) {
    return usualGapSeconds == null
        ? Assessment.ofNew(lastSeenAt, now)
        : Assessment.of(lastSeenAt, Duration.ofSeconds(2 * usualGapSeconds), now);
  }

  private static Long usualGapOf(List<Run> runs) {
    var pauses = pausesBetween(runs);
    return pauses.size() < 3 ? null : Math.round(Median.of(pauses).toMillis() / 1000.0);
  }

  private static List<Duration> pausesBetween(List<Run> runs) {
    var pauses = new ArrayList<Duration>();
    Instant last = null;
    for (var run : runs) {
      if (last != null) {
        var pause = Duration.between(last, run.first);
        if (pause.compareTo(PAUSE) >= 0) pauses.add(pause);
      }
      if (last == null || run.last.isAfter(last)) last = run.last;
    }
    return pauses;
  }

  /** Notifications of one hostname that are less than ten minutes apart. */
  record Run(Instant first, Instant last) {}
}
