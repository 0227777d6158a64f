package diundashboard.channels;

import java.time.Duration;
import java.util.Optional;

/** How long a channel waits before it retries: from 30 seconds to an hour, for ever. */
final class BackOff {

  private static final Duration FIRST = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final Duration LONGEST_ASKED = Duration.ofDays(1);

  /** By how much the delay varies, so that several channels do not retry together. */
  private static final double JITTER = 0.2;

  private BackOff() {}

  /**
   * Returns the delay after a failed attempt.
   *
   * @param failures number of failed attempts, at least 1
   * @param asked how long the destination asks to wait, which counts if it is longer
   * @param random from 0 to 1
   */
  static Duration after(int failures, Optional<Duration> asked, double random) {
    var doubled = FIRST.multipliedBy(1L << Math.min(failures - 1, 10));
    var delay = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    var factor = 1 - JITTER + 2 * JITTER * random;
    var varied = Duration.ofMillis(Math.round(delay.toMillis() * factor));
    return asked
        .map(each -> each.compareTo(LONGEST_ASKED) < 0 ? each : LONGEST_ASKED)
        .filter(each -> each.compareTo(varied) > 0)
        .orElse(varied);
  }
}
