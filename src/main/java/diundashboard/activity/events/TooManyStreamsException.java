package diundashboard.activity.events;

import diundashboard.platform.problem.ProblemCode;
import diundashboard.platform.problem.ProblemException;
import jakarta.ws.rs.core.Response.Status;
import java.util.Map;

/** An address has the maximum number of event streams: 429. */
public final class TooManyStreamsException extends ProblemException {

  TooManyStreamsException(int max) {
    super(
        Status.TOO_MANY_REQUESTS,
        ProblemCode.TOO_MANY_STREAMS,
        Map.of("max", max),
        "Too many event streams from this address. Close one.");
  }
}
