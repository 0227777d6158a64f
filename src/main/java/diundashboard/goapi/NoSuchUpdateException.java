package diundashboard.goapi;

import diundashboard.platform.problem.ProblemException;
import jakarta.ws.rs.core.Response.Status;

/** No update of the image exists: 404. */
public final class NoSuchUpdateException extends ProblemException {

  NoSuchUpdateException() {
    super(Status.NOT_FOUND, "Update not found. GET /api/updates lists them.");
  }
}
