package diundashboard.hosts;

import diundashboard.platform.problem.ProblemCode;
import diundashboard.platform.problem.ProblemException;
import jakarta.ws.rs.core.Response.Status;
import java.util.Map;

/** A name or a merge conflicts with another host: 409. */
public final class HostConflictException extends ProblemException {

  private HostConflictException(ProblemCode code, Map<String, String> params, String detail) {
    super(Status.CONFLICT, code, params, detail);
  }

  static HostConflictException nameTaken(String name) {
    return new HostConflictException(
        ProblemCode.HOST_NAME_TAKEN,
        Map.of("name", name),
        "Another host has this name. Choose a different name, or merge the hosts if they are the same.");
  }

  static HostConflictException circularMerge() {
    return new HostConflictException(
        ProblemCode.CIRCULAR_HOST_MERGE,
        Map.of(),
        "Circular merge: the target host is already merged into this host."
            + " Unmerge it first, or merge in the other direction.");
  }
}
