package diundashboard.platform.health;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;

/**
 * Runs a check once for all callers that arrive while it is running, with a time limit. Callers
 * that arrive after the limit do not wait, so that they do not pile up while the database hangs.
 *
 * <p>Thread-safe.
 */
@ApplicationScoped
public class SharedCheck {

  static final Duration LIMIT = Duration.ofSeconds(3);

  /** A check that runs for longer is abandoned, and the next caller starts another one. */
  private static final Duration MAX_DURATION = Duration.ofSeconds(30);

  private final Duration limit;
  private Future<Optional<String>> running;
  private long start;

  SharedCheck() {
    this(LIMIT);
  }

  SharedCheck(Duration limit) {
    this.limit = limit;
  }

  /**
   * Returns the result of the check.
   *
   * @throws TimeoutException if it has been running for longer than the limit
   */
  Optional<String> result(Callable<Optional<String>> check, ExecutorService executor)
      throws ExecutionException, InterruptedException, TimeoutException {
    Future<Optional<String>> current;
    long wait;
    synchronized (this) {
      if (running == null || running.isDone() || age() > MAX_DURATION.toNanos()) {
        running = executor.submit(check);
        start = System.nanoTime();
      }
      current = running;
      wait = limit.toNanos() - age();
    }
    return current.get(Math.max(wait, 0), NANOSECONDS);
  }

  private long age() {
    return System.nanoTime() - start;
  }
}
