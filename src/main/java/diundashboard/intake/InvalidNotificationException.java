package diundashboard.intake;

import diundashboard.platform.problem.ProblemException;
import jakarta.ws.rs.core.Response.Status;

/** A request body that is not a notification: 400. */
final class InvalidNotificationException extends ProblemException {

  InvalidNotificationException(String detail) {
    super(Status.BAD_REQUEST, detail);
  }
}
