package diundashboard.goapi;

import diundashboard.platform.problem.ProblemCode;
import diundashboard.platform.problem.ProblemException;
import jakarta.ws.rs.core.Response.Status;
import java.util.Map;

/** No update of the image exists: 404. */
public final class NoSuchUpdateException extends ProblemException {

  NoSuchUpdateException() {
    super(
        Status.NOT_FOUND,
        ProblemCode.UPDATE_NOT_FOUND,
        Map.of(),
        "Update not found. GET /api/updates lists them.");
  }
}
