package diundashboard.intake;

import diundashboard.platform.problem.ProblemCode;
import diundashboard.platform.problem.ProblemException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import java.util.Map;

/** The sender has no valid webhook secret: 401. */
final class InvalidWebhookSecretException extends ProblemException {

  private final RejectionReason reason;

  /**
   * @param reason {@link RejectionReason#MISSING_SECRET} or {@link RejectionReason#WRONG_SECRET}
   */
  InvalidWebhookSecretException(RejectionReason reason) {
    super(
        Status.UNAUTHORIZED,
        ProblemCode.INVALID_WEBHOOK_SECRET,
        Map.of(),
        "Invalid webhook secret. Set notif.webhook.headers.Authorization in diun.yml.",
        null,
        Map.of(HttpHeaders.WWW_AUTHENTICATE, "Bearer"));
    this.reason = reason;
  }

  RejectionReason reason() {
    return reason;
  }
}
