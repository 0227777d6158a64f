package diundashboard.tags;

import diundashboard.platform.problem.ProblemException;
import jakarta.ws.rs.core.Response.Status;

/** Another tag already has the name: 409. */
public final class TagNameTakenException extends ProblemException {

  TagNameTakenException() {
    super(
        Status.CONFLICT, "There is already a tag with this name; choose another, or use that one.");
  }
}
