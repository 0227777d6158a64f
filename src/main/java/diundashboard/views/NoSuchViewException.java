package diundashboard.views;

import diundashboard.platform.problem.ProblemCode;
import diundashboard.platform.problem.ProblemException;
import jakarta.ws.rs.core.Response.Status;
import java.util.Map;

/** The caller has no view with the id: 404. */
public final class NoSuchViewException extends ProblemException {

  NoSuchViewException() {
    super(
        Status.NOT_FOUND,
        ProblemCode.VIEW_NOT_FOUND,
        Map.of(),
        "View not found. GET /api/v1/views lists your views.");
  }
}
