package diundashboard.views;

import diundashboard.platform.problem.ProblemCode;
import diundashboard.platform.problem.ProblemException;
import jakarta.ws.rs.core.Response.Status;
import java.util.Map;

/** The owner has another view of the name: 409. */
public final class ViewNameTakenException extends ProblemException {

  ViewNameTakenException(String name) {
    super(
        Status.CONFLICT,
        ProblemCode.VIEW_NAME_TAKEN,
        Map.of("name", name),
        "A view with this name already exists. Choose another name.");
  }
}
