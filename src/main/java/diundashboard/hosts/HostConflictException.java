package diundashboard.hosts;

import diundashboard.platform.problem.ProblemException;
import jakarta.ws.rs.core.Response.Status;

/** A name or a merge conflicts with another host: 409. */
public final class HostConflictException extends ProblemException {

  private HostConflictException(String detail) {
    super(Status.CONFLICT, detail);
  }

  static HostConflictException nameTaken() {
    return new HostConflictException(
        "Another host has this name. Choose a different name, or merge the hosts if they are the same.");
  }

  static HostConflictException circularMerge() {
    return new HostConflictException(
        "Circular merge: the target host is already merged into this host."
            + " Unmerge it first, or merge in the other direction.");
  }
}
