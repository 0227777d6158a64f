package diundashboard.intake;

import diundashboard.platform.problem.ProblemCode;
import diundashboard.platform.problem.ProblemException;
import jakarta.ws.rs.core.Response.Status;
import java.util.Map;

/** The body of the rejected notification is not kept as a whole: 409. */
final class RejectionWithoutBodyException extends ProblemException {

  RejectionWithoutBodyException() {
    super(
        Status.CONFLICT,
        ProblemCode.REJECTION_WITHOUT_BODY,
        Map.of(),
        "The body of this notification is not kept, or not as a whole. Send the notification again.");
  }
}
