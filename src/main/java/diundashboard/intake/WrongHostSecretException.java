package diundashboard.intake;

import jakarta.ejb.ApplicationException;

/** A secret was sent that belongs to another host than the notification. */
@ApplicationException(rollback = true)
final class WrongHostSecretException extends RuntimeException {

  WrongHostSecretException() {
    super(
        "This secret belongs to another host; set the one of this host in diun.yml under notif.webhook.headers.Authorization.");
  }
}
