package diundashboard.intake;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import diundashboard.images.ReceivedEvent;
import diundashboard.platform.database.DatabaseUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A notification that waits to be stored, with the thread of its request. It is either withdrawn or
 * stored, never both.
 *
 * <p>Thread-safe.
 */
final class PendingNotification {

  private static final long POLL_MILLIS = 100;

  private enum State {
    WAITING,
    COMMITTING,
    DONE,
    WITHDRAWN
  }

  private final Notification notification;
  private final Instant at;
  private final long deadline;
  private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
  private final CountDownLatch done = new CountDownLatch(1);
  private volatile boolean goesAlone;
  private volatile RuntimeException failure;

  /**
   * @param at when it arrived
   * @param limit how long the request waits
   */
  PendingNotification(Notification notification, Instant at, Duration limit) {
    this.notification = notification;
    this.at = at;
    this.deadline = System.nanoTime() + limit.toNanos();
    this.goesAlone = notification.isTest() || notification.isDigestOnly();
  }

  Notification notification() {
    return notification;
  }

  ReceivedEvent event() {
    return new ReceivedEvent(
        notification.event(), notification.occurrence(), notification.body(), at);
  }

  /** True if it needs a transaction of its own. */
  boolean goesAlone() {
    return goesAlone;
  }

  /** Makes it need a transaction of its own, because a group with it has failed. */
  void goAlone() {
    goesAlone = true;
  }

  boolean isWaiting() {
    return state.get() == State.WAITING;
  }

  /** True if an attempt that takes this long ends before the request stops waiting. */
  boolean hasTimeFor(Duration attempt) {
    return deadline - System.nanoTime() > attempt.toNanos();
  }

  /**
   * Marks a group as being committed. Call it as the last act of the transaction.
   *
   * @throws NotificationWithdrawnException if the request of one of them has stopped waiting; then
   *     none is marked
   */
  static void beginCommit(List<PendingNotification> group) {
    for (var each : group) {
      if (each.state.compareAndSet(State.WAITING, State.COMMITTING)) continue;
      group.forEach(other -> other.state.compareAndSet(State.COMMITTING, State.WAITING));
      throw new NotificationWithdrawnException();
    }
  }

  /** True between {@link #beginCommit} and the end of the commit. */
  boolean isCommitting() {
    return state.get() == State.COMMITTING;
  }

  void succeed() {
    state.set(State.DONE);
    done.countDown();
  }

  void fail(RuntimeException cause) {
    if (state.get() == State.WITHDRAWN) return;
    failure = cause;
    state.set(State.DONE);
    done.countDown();
  }

  /**
   * Waits until the notification is committed.
   *
   * @throws DatabaseUnavailableException if that does not happen in time; then it is withdrawn
   * @throws RuntimeException if it cannot be stored
   */
  void await() {
    try {
      var isDone = done.await(deadline - System.nanoTime(), NANOSECONDS);
      while (!isDone) {
        if (state.compareAndSet(State.WAITING, State.WITHDRAWN)) {
          throw new DatabaseUnavailableException();
        }
        isDone = done.await(POLL_MILLIS, MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      state.compareAndSet(State.WAITING, State.WITHDRAWN);
      throw new DatabaseUnavailableException();
    }
    if (failure != null) throw failure;
  }
}
