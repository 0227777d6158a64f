package diundashboard.actions;

import diundashboard.platform.problem.ProblemCode;
import diundashboard.platform.problem.ProblemException;
import jakarta.ws.rs.core.Response.Status;
import java.util.Map;

/** No action has the id: 404. */
final class NoSuchActionException extends ProblemException {

  NoSuchActionException(ActionType type) {
    super(
        Status.NOT_FOUND,
        ProblemCode.ACTION_NOT_FOUND,
        Map.of("type", type.value()),
        "%s not found. GET /api/v1/%s lists them.".formatted(type.title(), type.collection()));
  }

  /** None of any type. */
  NoSuchActionException() {
    super(
        Status.NOT_FOUND,
        ProblemCode.ACTION_NOT_FOUND,
        Map.of("type", "action"),
        "Action not found. GET /api/v1/actions lists them.");
  }
}
