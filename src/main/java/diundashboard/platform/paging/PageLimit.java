package diundashboard.platform.paging;

import diundashboard.platform.problem.InvalidInputException;
import diundashboard.platform.problem.ProblemCode;
import java.util.Map;

/** The page size: maximum number of items of a page. */
public final class PageLimit {

  private static final int DEFAULT = 50;
  private static final int MAX = 500;

  private PageLimit() {}

  /**
   * Parses a page size.
   *
   * @param text the size, or null for 50
   * @throws InvalidInputException if it is not an integer from 1 to 500
   */
  public static int of(String text) {
    if (text == null) return DEFAULT;
    try {
      var limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= MAX) return limit;
    } catch (NumberFormatException e) {
      throw invalid(text);
    }
    throw invalid(text);
  }

  private static InvalidInputException invalid(String text) {
    return new InvalidInputException(
        "limit",
        ProblemCode.INVALID_LIMIT,
        Map.of("value", text, "max", MAX),
        "Invalid limit '%s'. Use an integer from 1 to %d.".formatted(text, MAX));
  }
}
