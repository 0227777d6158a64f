package diundashboard.platform.database;

import diundashboard.platform.logging.LogLimiter;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Logs that the database is unavailable: the first failure, then one line a minute with the number
 * of failures, and the end. Some operations can fail while others succeed, for example when the
 * disk is full, so an outage ends after a minute without failures.
 *
 * <p>Thread-safe.
 */
final class OutageLog {

  private static final Duration QUIET = Duration.ofMinutes(1);

  private final Logger log;
  private final InstantSource clock;
  private final LogLimiter limiter;

  private volatile boolean isOutage;
  private Instant begin;
  private Instant lastFailure;
  private long failures;

  OutageLog(Logger log, InstantSource clock) {
    this.log = log;
    this.clock = clock;
    this.limiter = new LogLimiter(clock);
  }

  /**
   * Records a failed operation.
   *
   * @param reason in one line
   */
  synchronized void fail(String reason) {
    var now = clock.instant();
    endIfQuiet(now);
    lastFailure = now;
    failures++;
    if (!isOutage) begin = now;
    isOutage = true;
    limiter.permit("").ifPresent(refused -> log.log(Level.WARNING, lineOf(refused + 1), reason));
  }

  private static String lineOf(long failuresSinceLine) {
    return failuresSinceLine == 1
        ? "The database is not available: {0}"
        : "The database is not available (%d failures since the last line): {0}"
            .formatted(failuresSinceLine);
  }

  /** Records an operation that the database has carried out. */
  void succeed() {
    if (isOutage) endIfQuiet(clock.instant());
  }

  private synchronized void endIfQuiet(Instant now) {
    if (!isOutage || now.isBefore(lastFailure.plus(QUIET))) return;
    log.log(
        Level.INFO,
        "The database is available again (outage of {0} s, {1} failures)",
        String.valueOf(Duration.between(begin, lastFailure).toSeconds()),
        String.valueOf(failures));
    isOutage = false;
    failures = 0;
  }
}
