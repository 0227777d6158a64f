package diundashboard.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Limits what a flood of rejected notifications costs. A sender, which is an address with one
 * reason, is reported once an hour. In an hour, the bodies of a sender and all senders together may
 * add a limited number of rows; further notifications are only counted.
 *
 * <p>Not thread-safe.
 */
final class RejectionLimits {

  static final Duration PERIOD = Duration.ofHours(1);

  /** Bodies of one sender in an hour. */
  static final int MAX_BODIES = 100;

  /** Senders and bodies in an hour. */
  static final int MAX_ROWS = 1000;

  private final Map<Sender, Period> periods = new HashMap<>();
  private Instant start = Instant.EPOCH;
  private int rows;
  private long unrecorded;

  /** The decision about a notification. */
  enum Decision {
    /** The first one of the sender in an hour: record and report it. */
    REPORT,
    RECORD,
    RECORD_WITHOUT_BODY,
    /** There are too many senders. */
    IGNORE
  }

  /**
   * Notifications that were rejected in the last hour and not reported.
   *
   * @param sender empty for those that are not recorded
   */
  record Summary(Optional<Sender> sender, long count) {}

  record Sender(String address, RejectionReason reason) {}

  private static final class Period {
    private final Instant start;
    private final Set<String> hashes = new HashSet<>(Set.of(RejectedBody.NONE.hash()));
    private long unreported;

    Period(Instant start) {
      this.start = start;
    }
  }

  /** Decides about a notification, and counts it. */
  Decision decide(RejectedNotification.Key notification, Instant now) {
    var sender = new Sender(notification.address(), notification.reason());
    var period = periods.get(sender);
    if (period == null) return decideFirst(sender, notification.hash(), now);
    period.unreported++;
    if (period.hashes.contains(notification.hash())) return Decision.RECORD;
    if (period.hashes.size() > MAX_BODIES || !mayAddRow(now)) return Decision.RECORD_WITHOUT_BODY;
    period.hashes.add(notification.hash());
    return Decision.RECORD;
  }

  private Decision decideFirst(Sender sender, String hash, Instant now) {
    if (periods.size() >= MAX_ROWS || !mayAddRow(now)) {
      unrecorded++;
      return Decision.IGNORE;
    }
    var period = new Period(now);
    period.hashes.add(hash);
    periods.put(sender, period);
    return Decision.REPORT;
  }

  /** Counts a row, unless there are too many. */
  private boolean mayAddRow(Instant now) {
    if (isOver(start, now)) {
      start = now;
      rows = 0;
    }
    if (rows >= MAX_ROWS) return false;
    rows++;
    return true;
  }

  /** Ends the hours that are over, and returns what was not reported in them. */
  List<Summary> endPeriods(Instant now) {
    var summaries = new ArrayList<Summary>();
    for (var sender : List.copyOf(periods.keySet())) {
      var period = periods.get(sender);
      if (!isOver(period.start, now)) continue;
      periods.remove(sender);
      if (period.unreported == 0) continue;
      summaries.add(new Summary(Optional.of(sender), period.unreported));
      periods.put(sender, new Period(now));
    }
    if (unrecorded > 0 && isOver(start, now)) {
      summaries.add(new Summary(Optional.empty(), unrecorded));
      unrecorded = 0;
    }
    return summaries;
  }

  private static boolean isOver(Instant start, Instant now) {
    return !now.isBefore(start.plus(PERIOD));
  }
}
