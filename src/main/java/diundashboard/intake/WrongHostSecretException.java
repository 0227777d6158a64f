package diundashboard.intake;

import diundashboard.platform.problem.ProblemCode;
import diundashboard.platform.problem.ProblemException;
import jakarta.ws.rs.core.Response.Status;
import java.util.Map;

/** The secret belongs to another host than the notification: 403. */
final class WrongHostSecretException extends ProblemException {

  WrongHostSecretException() {
    super(
        Status.FORBIDDEN,
        ProblemCode.WEBHOOK_SECRET_OF_OTHER_HOST,
        Map.of(),
        "This secret is valid for a different host. Set this host's own secret in notif.webhook.headers.Authorization in diun.yml.");
  }
}
