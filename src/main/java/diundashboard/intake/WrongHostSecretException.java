package diundashboard.intake;

import diundashboard.platform.problem.ProblemException;
import jakarta.ws.rs.core.Response.Status;

/** The secret belongs to another host than the notification: 403. */
final class WrongHostSecretException extends ProblemException {

  WrongHostSecretException() {
    super(
        Status.FORBIDDEN,
        "This secret is valid for a different host. Set this host's own secret in notif.webhook.headers.Authorization in diun.yml.");
  }
}
