package diundashboard.platform.database;

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

  private static final Duration INTERVAL = Duration.ofMinutes(1);

  private final Logger log;
  private final InstantSource clock;

  private volatile boolean isOutage;
  private Instant begin;
  private Instant lastFailure;
  private Instant nextLine;
  private long failures;
  private long failuresSinceLine;

  OutageLog(Logger log, InstantSource clock) {
    this.log = log;
    this.clock = clock;
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
    failuresSinceLine++;
    if (!isOutage) {
      isOutage = true;
      begin = now;
      logFailure(now, "The database is not available: {0}", reason);
    } else if (!now.isBefore(nextLine)) {
      logFailure(
          now, "The database is not available ({1} failures since the last line): {0}", reason);
    }
  }

  private void logFailure(Instant now, String format, String reason) {
    log.log(Level.WARNING, format, reason, String.valueOf(failuresSinceLine));
    nextLine = now.plus(INTERVAL);
    failuresSinceLine = 0;
  }

  /** Records an operation that the database has carried out. */
  void succeed() {
    if (isOutage) endIfQuiet(clock.instant());
  }

  private synchronized void endIfQuiet(Instant now) {
    if (!isOutage || now.isBefore(lastFailure.plus(INTERVAL))) return;
    log.log(
        Level.INFO,
        "The database is available again (outage of {0} s, {1} failures)",
        String.valueOf(Duration.between(begin, lastFailure).toSeconds()),
        String.valueOf(failures));
    isOutage = false;
    failures = 0;
    failuresSinceLine = 0;
  }
}
