package diundashboard.idempotency;

import diundashboard.platform.problem.ProblemCode;
import diundashboard.platform.problem.ProblemException;
import jakarta.ws.rs.core.Response.Status;
import java.util.Map;

/** A request with the same key is being performed. */
final class KeyInUseException extends ProblemException {

  KeyInUseException() {
    super(
        Status.CONFLICT,
        ProblemCode.IDEMPOTENCY_KEY_IN_USE,
        Map.of(),
        "A request with this Idempotency-Key is being performed. Send it again later.",
        null,
        Map.of("Retry-After", "1"));
  }
}
