package diundashboard.hosts;

import diundashboard.platform.problem.ProblemCode;
import diundashboard.platform.problem.ProblemException;
import jakarta.ws.rs.core.Response.Status;
import java.util.Map;

/** The list of unknown hosts does not contain the name: 404. */
public final class NoSuchUnknownHostException extends ProblemException {

  NoSuchUnknownHostException() {
    super(
        Status.NOT_FOUND,
        ProblemCode.UNKNOWN_HOST_NOT_FOUND,
        Map.of(),
        "Unknown host not found. GET /api/v1/hosts/unknown lists them.");
  }
}
