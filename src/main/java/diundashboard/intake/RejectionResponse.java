package diundashboard.intake;

import diundashboard.platform.problem.ProblemException;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Map;

/**
 * The response to a rejected notification.
 *
 * @param detail the sentence that the sender got
 * @param code its {@link diundashboard.platform.problem.ProblemCode}; empty for a bug
 * @param params the parameters of the code
 */
record RejectionResponse(String detail, String code, JsonObject params) {

  private static final int MAX_LENGTH = 500;

  static RejectionResponse of(RuntimeException failure) {
    return failure instanceof ProblemException problem
        ? new RejectionResponse(
            line(problem.getMessage()), problem.code().value(), jsonOf(problem.params()))
        : new RejectionResponse("Internal error.", "", JsonValue.EMPTY_JSON_OBJECT);
  }

  private static JsonObject jsonOf(Map<String, Object> params) {
    var json = Json.createObjectBuilder();
    params.forEach(
        (name, value) -> {
          if (value instanceof Number number) json.add(name, number.longValue());
          else json.add(name, line(String.valueOf(value)));
        });
    return json.build();
  }

  /** Prevents log injection: replaces control characters. Senders can make the text long. */
  private static String line(String text) {
    var printable = text.replaceAll("\\p{Cntrl}", "?");
    return printable.length() > MAX_LENGTH ? printable.substring(0, MAX_LENGTH) : printable;
  }
}
