package diundashboard.intake;

import diundashboard.platform.problem.ProblemException;
import jakarta.ws.rs.core.Response.Status;

/** The secret belongs to another host than the notification: 403. */
final class WrongHostSecretException extends ProblemException {

  WrongHostSecretException() {
    super(
        Status.FORBIDDEN,
        "This secret belongs to another host; set the one of this host in diun.yml under notif.webhook.headers.Authorization.");
  }
}
