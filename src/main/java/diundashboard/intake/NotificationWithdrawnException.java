package diundashboard.intake;

import jakarta.ejb.ApplicationException;

/** A request has stopped waiting while its notification was being stored. Rolls back. */
@ApplicationException(rollback = true)
final class NotificationWithdrawnException extends RuntimeException {}
