package diundashboard.platform.http;

import diundashboard.platform.problem.InvalidInputException;
import diundashboard.platform.problem.ProblemCode;
import java.util.Map;

/** Parameters that are {@code true} or {@code false}. */
public final class BooleanParameter {

  private BooleanParameter() {}

  /**
   * Parses a boolean.
   *
   * @param name name of the parameter
   * @throws InvalidInputException if it is neither {@code true} nor {@code false}
   */
  public static boolean of(String name, String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw new InvalidInputException(
              name,
              ProblemCode.INVALID_BOOLEAN,
              Map.of("value", text),
              "Invalid value '%s'. Use true or false.".formatted(text));
    };
  }
}
