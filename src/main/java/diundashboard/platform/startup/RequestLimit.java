package diundashboard.platform.startup;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Limits the requests that are processed at the same time, so that those that wait for a hanging
 * database leave threads of the server free. Further requests wait for their turn, as long as the
 * database answers.
 *
 * <p>Thread-safe.
 */
final class RequestLimit {

  private final Semaphore permits;
  private final Duration maxWait;
  private final Duration maxStandstill;
  private final Supplier<Duration> standstill;

  /**
   * @param limit how many requests are processed at the same time
   * @param maxWait how long a request waits
   * @param maxStandstill how long it waits while the database does not answer
   * @param standstill returns for how long the database has not answered
   */
  RequestLimit(int limit, Duration maxWait, Duration maxStandstill, Supplier<Duration> standstill) {
    this.permits = new Semaphore(limit, true);
    this.maxWait = maxWait;
    this.maxStandstill = maxStandstill;
    this.standstill = standstill;
  }

  /**
   * Waits until the request may be processed. Call {@link #leave} afterwards.
   *
   * @return false if that takes too long
   */
  boolean enter() throws InterruptedException {
    if (permits.tryAcquire(0, NANOSECONDS)) return true;
    var end = System.nanoTime() + maxWait.toNanos();
    while (true) {
      var untilStandstill = maxStandstill.minus(standstill.get()).toNanos();
      var wait = Math.min(end - System.nanoTime(), untilStandstill);
      if (permits.tryAcquire(wait, NANOSECONDS)) return true;
      if (wait <= 0) return false;
    }
  }

  /** Ends a request. */
  void leave() {
    permits.release();
  }
}
