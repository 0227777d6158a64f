package diundashboard.intake;

import diundashboard.activity.ActivityKind;
import diundashboard.activity.ActivityLog;
import diundashboard.activity.ActivityLog.Entry;
import diundashboard.platform.paging.Cursor;
import diundashboard.platform.paging.Page;
import diundashboard.platform.security.Public;
import diundashboard.platform.security.RequiresRole;
import diundashboard.platform.security.Role;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Stores, lists, retries and deletes rejected notifications. Each change is one transaction. */
@Stateless
@RequiresRole(Role.EDITOR)
public class RejectionService {

  @Inject private RejectionDao rejections;
  @Inject private NotificationService notifications;
  @Inject private ActivityLog log;

  /**
   * Returns a page of rejected notifications, the last one first.
   *
   * @param hasBodies false to omit the bodies
   */
  @RequiresRole(Role.VIEWER)
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public Page<Rejection> list(Optional<Cursor> position, int limit, boolean hasBodies) {
    var rows = rejections.list(position, limit + 1, hasBodies);
    return Page.of(rows, limit, RejectionDao::cursorOf);
  }

  /**
   * Returns a rejected notification with its body.
   *
   * @throws NoSuchRejectionException if it does not exist
   */
  @RequiresRole(Role.VIEWER)
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public Rejection get(long id) {
    return rejections.find(id).orElseThrow(NoSuchRejectionException::new);
  }

  /**
   * Stores a rejected notification as if it had just been received, and deletes the rejection.
   *
   * @throws NoSuchRejectionException if it does not exist
   * @throws RejectionWithoutBodyException if its body is not kept as a whole
   * @throws InvalidNotificationException if the body is not a notification
   */
  public void retry(long id) {
    var rejection = rejections.delete(id).orElseThrow(NoSuchRejectionException::new);
    if (!rejection.retryable()) throw new RejectionWithoutBodyException();
    notifications.receive(rejection.body());
    log.append(entryOf(ActivityKind.REJECTION_RETRIED, rejection));
  }

  /**
   * Deletes a rejected notification.
   *
   * @throws NoSuchRejectionException if it does not exist
   */
  public void delete(long id) {
    var rejection = rejections.delete(id).orElseThrow(NoSuchRejectionException::new);
    log.append(entryOf(ActivityKind.REJECTION_DELETED, rejection));
  }

  /** Deletes all rejected notifications. */
  public void deleteAll() {
    rejections.lock();
    if (rejections.deleteAll() == 0) return;
    log.append(Entry.of(Instant.now(), ActivityKind.REJECTION_DELETED, ""));
  }

  /** Stores notifications that were rejected, and deletes the oldest ones. */
  @Public("the timer has no caller")
  public void store(List<RejectedNotification> batch) {
    rejections.lock();
    batch.forEach(rejections::record);
    rejections.deleteExcess();
    for (var rejected : batch) {
      if (rejected.isReported()) log.appendAutomatic(entryOf(rejected));
    }
  }

  private static Entry entryOf(RejectedNotification rejected) {
    return entryOf(
        rejected.at(),
        ActivityKind.NOTIFICATION_REJECTED,
        rejected.address(),
        rejected.reason().value());
  }

  private static Entry entryOf(ActivityKind kind, Rejection rejection) {
    return entryOf(Instant.now(), kind, rejection.address(), rejection.reason());
  }

  private static Entry entryOf(Instant at, ActivityKind kind, String address, String reason) {
    return Entry.of(at, kind, "%s: %s".formatted(address, reason));
  }
}
