package diundashboard.platform.problem;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;

/** A refusal on its way to the client; its message is for the client. Made by {@link Problem}. */
public final class ProblemException extends WebApplicationException {

  private final String field;

  ProblemException(Response response, String detail, String field) {
    super(detail, response);
    this.field = field;
  }

  Problem problem() {
    var status = getResponse().getStatusInfo();
    return new Problem(status.getReasonPhrase(), status.getStatusCode(), getMessage(), field);
  }
}
