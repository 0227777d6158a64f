package diundashboard.platform.database;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Watches the calls of the database, to detect that it hangs.
 *
 * <p>Thread-safe.
 */
final class DatabaseCalls {

  private final AtomicInteger running = new AtomicInteger();
  private volatile boolean isFailing;
  private volatile long lastProgress;

  /** Records that a call begins. A call after a failed one is no sign that the database answers. */
  void begin() {
    if (running.getAndIncrement() == 0 && !isFailing) lastProgress = System.nanoTime();
  }

  void succeed() {
    lastProgress = System.nanoTime();
    isFailing = false;
  }

  /** Records that the database was unavailable. */
  void fail() {
    isFailing = true;
  }

  /** Records that a call ends. */
  void end() {
    running.decrementAndGet();
  }

  /** Returns for how long calls have been running without one that succeeded. */
  Duration standstill() {
    return running.get() == 0 ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - lastProgress);
  }
}
