package diundashboard.inbox;

import diundashboard.problem.InvalidInputException;

/** The id of a change in a path. */
final class ChangeId {

  private ChangeId() {}

  /**
   * @throws InvalidInputException if it is no whole number
   */
  static long of(String text) {
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
