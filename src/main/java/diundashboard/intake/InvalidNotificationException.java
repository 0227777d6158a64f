package diundashboard.intake;

import diundashboard.platform.problem.ProblemCode;
import diundashboard.platform.problem.ProblemException;
import jakarta.ws.rs.core.Response.Status;
import java.util.Map;

/** A request body that is not a notification: 400. */
final class InvalidNotificationException extends ProblemException {

  InvalidNotificationException(ProblemCode code, String detail) {
    this(code, Map.of(), detail);
  }

  InvalidNotificationException(ProblemCode code, Map<String, ?> params, String detail) {
    super(Status.BAD_REQUEST, code, params, detail);
  }
}
