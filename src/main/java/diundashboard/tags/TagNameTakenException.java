package diundashboard.tags;

import diundashboard.platform.problem.ProblemException;
import jakarta.ws.rs.core.Response.Status;

/** Another tag has the name: 409. */
public final class TagNameTakenException extends ProblemException {

  TagNameTakenException() {
    super(
        Status.CONFLICT,
        "A tag with this name already exists. Choose another name, or use the existing tag.");
  }
}
