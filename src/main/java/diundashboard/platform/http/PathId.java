package diundashboard.platform.http;

import diundashboard.platform.problem.InvalidInputException;

/** Ids in the path of a request. */
public final class PathId {

  private PathId() {}

  /**
   * Parses an id.
   *
   * @throws InvalidInputException if it is not a whole number
   */
  public static long of(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new InvalidInputException(
          "id",
          "The id '"
              + text
              + "' is no whole number; give the one that the change was answered with.");
    }
  }
}
