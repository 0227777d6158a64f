package diundashboard.platform.problem;

import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.Response.Status;

/**
 * A refusal after RFC 9457, of type {@code about:blank}.
 *
 * @param title the name of the status
 * @param status the HTTP status
 * @param detail what is wrong and what to do about it
 * @param field the parameter or member at fault, null if none is
 */
@JsonbNillable(false)
@JsonbPropertyOrder({"title", "status", "detail", "field"})
public record Problem(String title, int status, String detail, String field) {

  /** A refusal to throw. */
  public static ProblemException of(Status status, String detail) {
    return of(Response.status(status), detail);
  }

  /** A refusal to throw, with headers of its own. */
  public static ProblemException of(ResponseBuilder response, String detail) {
    return new ProblemException(response.build(), detail, null);
  }

  /** A refusal of one parameter or member, to throw. */
  public static ProblemException badRequest(String field, String detail) {
    return new ProblemException(Response.status(Status.BAD_REQUEST).build(), detail, field);
  }
}
