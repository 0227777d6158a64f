package diundashboard.views;

import diundashboard.platform.problem.ProblemCode;
import diundashboard.platform.problem.ProblemException;
import jakarta.ws.rs.core.Response.Status;
import java.util.Map;

/** The caller has as many views as possible: 409. */
public final class TooManyViewsException extends ProblemException {

  TooManyViewsException(int max) {
    super(
        Status.CONFLICT,
        ProblemCode.TOO_MANY_VIEWS,
        Map.of("max", max),
        "There are already " + max + " saved views. Delete one first.");
  }
}
