package diundashboard.tags;

import diundashboard.platform.problem.ProblemException;
import jakarta.ws.rs.core.Response.Status;

/** No tag has the id: 404. */
public final class NoSuchTagException extends ProblemException {

  public NoSuchTagException() {
    super(Status.NOT_FOUND, "There is no tag with this id; GET api/tags lists them.");
  }
}
