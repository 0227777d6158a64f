package diundashboard.tags;

import diundashboard.platform.problem.ProblemException;
import jakarta.ws.rs.core.Response.Status;

/** No tag has the id: 404. */
public final class NoSuchTagException extends ProblemException {

  NoSuchTagException() {
    super(Status.NOT_FOUND, "Tag not found. GET /api/v1/tags lists them.");
  }
}
