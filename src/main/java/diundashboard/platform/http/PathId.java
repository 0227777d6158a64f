package diundashboard.platform.http;

import diundashboard.platform.problem.InvalidInputException;
import diundashboard.platform.problem.ProblemCode;
import java.util.Map;

/** Ids in the path of a request. */
public final class PathId {

  private PathId() {}

  /**
   * Parses an id.
   *
   * @throws InvalidInputException if it is not an integer of 64 bits
   */
  public static long of(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw invalid(text);
    }
  }

  /**
   * Parses an id.
   *
   * @throws InvalidInputException if it is not an integer of 32 bits
   */
  public static int intOf(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw invalid(text);
    }
  }

  private static InvalidInputException invalid(String text) {
    return new InvalidInputException(
        "id",
        ProblemCode.INVALID_ID,
        Map.of("value", text),
        "Invalid id '%s'. Use the id from the response that created it.".formatted(text));
  }
}
