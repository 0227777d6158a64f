package diundashboard.hosts;

import diundashboard.platform.problem.ProblemException;
import jakarta.ws.rs.core.Response.Status;

/** No host has the hostname: 404. */
public final class NoSuchHostException extends ProblemException {

  NoSuchHostException() {
    super(Status.NOT_FOUND, "Host not found. GET /api/v1/hosts lists them.");
  }
}
