package diundashboard.intake;

import diundashboard.platform.database.Database;
import diundashboard.platform.database.DatabaseUnavailableException;
import diundashboard.platform.problem.FailureTranslator;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Notifications that wait to be stored. One thread stores those that arrive while it commits the
 * ones before, up to 64 in one transaction ({@link GroupCommit}).
 *
 * <p>Thread-safe.
 */
@ApplicationScoped
public class NotificationQueue {

  /** Diun gives up after ten seconds. */
  private static final Duration LIMIT = Duration.ofSeconds(7);

  private static final int MAX_GROUP = 64;

  @Resource private ManagedThreadFactory threads;
  @Inject private NotificationService notifications;
  @Inject private Database database;
  @Inject private FailureTranslator failures;
  @Inject private IntakeMetrics metrics;

  private final LinkedBlockingQueue<PendingNotification> waiting = new LinkedBlockingQueue<>();
  private final Object committing = new Object();
  private volatile Thread thread;
  private volatile boolean isClosed;

  /**
   * Stores a notification. It is committed when this returns.
   *
   * @param host the only host that the sender may report for; empty for all hosts
   * @throws InvalidNotificationException if the body is not a notification
   * @throws WrongHostSecretException if it is from another host
   * @throws DatabaseUnavailableException if storing takes longer than 7 seconds; then it is not
   *     stored
   */
  public void receive(String body, Optional<String> host) {
    var notification = NotificationParser.parse(body);
    var isOther = host.filter(only -> !only.equals(notification.event().hostname()));
    if (isOther.isPresent()) throw new WrongHostSecretException();
    var pending = new PendingNotification(notification, Instant.now(), LIMIT);
    waiting.add(pending);
    start();
    pending.await();
    metrics.stored(notification);
  }

  private void start() {
    if (thread != null && thread.isAlive()) return;
    synchronized (committing) {
      if (isClosed || (thread != null && thread.isAlive())) return;
      thread = threads.newThread(this::run);
      thread.start();
    }
  }

  private void run() {
    var commit = new GroupCommit(this::storeGroup, waiting::add);
    try {
      while (!isClosed) store(take(), commit);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the server is stopping
    }
    waiting.forEach(each -> each.fail(new DatabaseUnavailableException()));
  }

  /** What is committed to a file that was moved meanwhile is not confirmed. */
  private void storeGroup(List<PendingNotification> group) {
    try {
      notifications.storeGroup(group);
    } catch (RuntimeException e) {
      throw failures.translate(e).map(RuntimeException.class::cast).orElse(e);
    }
    database.checkFile();
  }

  private List<PendingNotification> take() throws InterruptedException {
    var group = new ArrayList<PendingNotification>();
    group.add(waiting.take());
    while (group.size() < MAX_GROUP && !group.get(0).goesAlone()) {
      var next = waiting.peek();
      if (next == null || next.goesAlone()) break;
      group.add(waiting.remove());
    }
    return group;
  }

  private void store(List<PendingNotification> group, GroupCommit commit) {
    synchronized (committing) {
      if (isClosed) {
        group.forEach(each -> each.fail(new DatabaseUnavailableException()));
      } else {
        commit.store(group);
      }
    }
  }

  /** Finishes the current transaction. Requests that still wait fail. */
  @PreDestroy
  void close() {
    isClosed = true;
    synchronized (committing) {
      if (thread != null) thread.interrupt();
    }
  }
}
