package diundashboard.hosts;

import diundashboard.platform.problem.ProblemCode;
import diundashboard.platform.problem.ProblemException;
import jakarta.ws.rs.core.Response.Status;
import java.util.Map;

/** No host has the hostname: 404. */
public final class NoSuchHostException extends ProblemException {

  NoSuchHostException() {
    super(
        Status.NOT_FOUND,
        ProblemCode.HOST_NOT_FOUND,
        Map.of(),
        "Host not found. GET /api/v1/hosts lists them.");
  }
}
