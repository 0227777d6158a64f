package diundashboard.platform.http;

import diundashboard.platform.problem.ProblemCode;
import diundashboard.platform.problem.ProblemException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import java.util.Map;

/** The server prepares other large responses: 503. The same request may succeed later. */
public final class ServerBusyException extends ProblemException {

  private static final String RETRY_AFTER_SECONDS = "10";

  ServerBusyException(Throwable cause) {
    super(
        Status.SERVICE_UNAVAILABLE,
        ProblemCode.SERVER_BUSY,
        Map.of(),
        "The server is busy with other large responses. Try again in a few seconds.",
        null,
        Map.of(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS));
    initCause(cause);
  }
}
