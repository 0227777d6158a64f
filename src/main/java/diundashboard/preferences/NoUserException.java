package diundashboard.preferences;

import diundashboard.platform.problem.ProblemCode;
import diundashboard.platform.problem.ProblemException;
import jakarta.ws.rs.core.Response.Status;
import java.util.Map;

/** Authentication is off, so it is not known whose preferences these are: 409. */
public final class NoUserException extends ProblemException {

  NoUserException() {
    super(
        Status.CONFLICT,
        ProblemCode.PREFERENCES_NEED_SIGN_IN,
        Map.of(),
        "Preferences require authentication. Set DIUN_AUTH first.");
  }
}
