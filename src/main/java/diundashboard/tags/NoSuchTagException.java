package diundashboard.tags;

import diundashboard.platform.problem.ProblemCode;
import diundashboard.platform.problem.ProblemException;
import jakarta.ws.rs.core.Response.Status;
import java.util.Map;

/** No tag has the id: 404. */
public final class NoSuchTagException extends ProblemException {

  NoSuchTagException() {
    super(
        Status.NOT_FOUND,
        ProblemCode.TAG_NOT_FOUND,
        Map.of(),
        "Tag not found. GET /api/v1/tags lists them.");
  }
}
