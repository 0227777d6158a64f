package diundashboard.intake;

import diundashboard.platform.database.LockTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Stores groups of notifications, each in one transaction. If that fails, each notification is
 * tried by itself, so that one that cannot be stored does not affect the others.
 */
final class GroupCommit {

  private final Consumer<List<PendingNotification>> transaction;
  private final Consumer<PendingNotification> queue;

  /**
   * @param transaction stores a group, and calls {@link PendingNotification#beginCommit} at its end
   * @param queue takes notifications that wait for a lock of another transaction
   */
  GroupCommit(
      Consumer<List<PendingNotification>> transaction, Consumer<PendingNotification> queue) {
    this.transaction = transaction;
    this.queue = queue;
  }

  /** Stores a group and ends the waiting of its requests. */
  void store(List<PendingNotification> group) {
    var waiting = group.stream().filter(PendingNotification::isWaiting).toList();
    if (waiting.isEmpty()) return;
    var start = System.nanoTime();
    try {
      transaction.accept(waiting);
      waiting.forEach(PendingNotification::succeed);
    } catch (NotificationWithdrawnException e) {
      store(waiting);
    } catch (RuntimeException e) {
      var elapsed = Duration.ofNanos(System.nanoTime() - start);
      waiting.forEach(each -> retry(each, waiting.size() == 1, e, elapsed));
    } catch (Error e) { // ends the thread of the queue
      waiting.forEach(each -> each.fail(new IllegalStateException(e)));
      throw e;
    }
  }

  /** A failed commit is not tried again: it may have stored the notification. */
  private void retry(
      PendingNotification each, boolean wasAlone, RuntimeException failure, Duration elapsed) {
    if (each.isCommitting() || !each.hasTimeFor(elapsed)) {
      each.fail(failure);
    } else if (!wasAlone) {
      each.goAlone();
      store(List.of(each));
    } else if (failure instanceof LockTimeoutException) {
      each.goAlone();
      queue.accept(each);
    } else {
      each.fail(failure);
    }
  }
}
