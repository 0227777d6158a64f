package diundashboard.platform.problem;

import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.core.Response.StatusType;
import java.util.Map;

/**
 * An error as RFC 9457 describes it, of type {@code about:blank}.
 *
 * @param title the reason phrase of the status
 * @param status the HTTP status
 * @param detail the error and its remedy
 * @param field the invalid parameter or member, or null
 * @param code the stable code of a {@link ProblemCode}
 * @param params the values of the code's parameters, or null if it has none
 */
@JsonbNillable(false)
@JsonbPropertyOrder({"title", "status", "detail", "field", "code", "params"})
public record Problem(
    String title,
    int status,
    String detail,
    String field,
    String code,
    Map<String, Object> params) {

  /**
   * The problem of an exception.
   *
   * @param status the status of the response
   */
  static Problem of(ProblemException e, StatusType status) {
    return new Problem(
        status.getReasonPhrase(),
        status.getStatusCode(),
        e.getMessage(),
        e.field(),
        e.code().value(),
        e.params().isEmpty() ? null : e.params());
  }
}
