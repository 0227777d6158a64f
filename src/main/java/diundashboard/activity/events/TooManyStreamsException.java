package diundashboard.activity.events;

import diundashboard.platform.problem.ProblemException;
import jakarta.ws.rs.core.Response.Status;

/** An address has the maximum number of event streams: 429. */
public final class TooManyStreamsException extends ProblemException {

  public TooManyStreamsException() {
    super(Status.TOO_MANY_REQUESTS, "Too many event streams from this address. Close one.");
  }
}
