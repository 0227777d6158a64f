package diundashboard.tags;

import diundashboard.platform.problem.ProblemCode;
import diundashboard.platform.problem.ProblemException;
import jakarta.ws.rs.core.Response.Status;
import java.util.Map;

/** Another tag has the name: 409. */
public final class TagNameTakenException extends ProblemException {

  TagNameTakenException(String name) {
    super(
        Status.CONFLICT,
        ProblemCode.TAG_NAME_TAKEN,
        Map.of("name", name),
        "A tag with this name already exists. Choose another name, or use the existing tag.");
  }
}
