package diundashboard.platform.problem;

import jakarta.ws.rs.core.Response.Status;
import java.util.Map;

/** An invalid parameter or member of a request: 400 with the field. */
public class InvalidInputException extends ProblemException {

  /**
   * @param field the parameter or member
   * @param params values of exactly the parameters of the code
   * @param detail the error and its remedy
   */
  public InvalidInputException(
      String field, ProblemCode code, Map<String, ?> params, String detail) {
    super(Status.BAD_REQUEST, code, params, detail, field, Map.of());
  }
}
