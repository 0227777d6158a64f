package diundashboard.platform.http;

import diundashboard.platform.problem.InvalidInputException;
import diundashboard.platform.problem.ProblemCode;
import java.util.Map;

/** Texts in query parameters. */
public final class TextParameter {

  private TextParameter() {}

  /**
   * Returns the text.
   *
   * @param name name of the parameter
   * @param text the text, or null
   * @throws InvalidInputException if it is blank: a script whose variable is not set must not get
   *     the result of another question
   */
  public static String of(String name, String text) {
    if (text == null || !text.isBlank()) return text;
    throw new InvalidInputException(
        name,
        ProblemCode.EMPTY_PARAMETER,
        Map.of("parameter", name),
        "The parameter %s is empty. Pass a value, or omit the parameter.".formatted(name));
  }
}
