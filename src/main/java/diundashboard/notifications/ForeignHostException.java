package diundashboard.notifications;

import jakarta.ejb.ApplicationException;

/** A secret was sent that belongs to another host than the notification. */
@ApplicationException(rollback = true)
final class ForeignHostException extends RuntimeException {

  ForeignHostException() {
    super(
        "This secret belongs to another host; set the one of this host in diun.yml under notif.webhook.headers.Authorization.");
  }
}
