package diundashboard.platform.paging;

import diundashboard.platform.problem.InvalidInputException;

/** How many items a page may hold. */
public final class PageLimit {

  private static final int DEFAULT = 50;
  private static final int MAX = 500;

  private PageLimit() {}

  /**
   * Reads a limit, 50 if none is given.
   *
   * @throws InvalidInputException unless it is a whole number from 1 to 500
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
        "limit", "The limit is '" + text + "'; give a whole number from 1 to " + MAX + ".");
  }
}
