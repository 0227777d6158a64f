package diundashboard.intake;

import jakarta.ejb.ApplicationException;

/** A body that is no notification; the message is a sentence for whoever reads Diun's log. */
@ApplicationException(rollback = true)
final class InvalidNotificationException extends RuntimeException {

  InvalidNotificationException(String message) {
    super(message);
  }
}
