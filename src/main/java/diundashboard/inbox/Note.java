package diundashboard.inbox;

import diundashboard.problem.InvalidInputException;
import diundashboard.web.JsonBody;

/** What people want to remember of an image or a change. */
final class Note {

  private static final int MAX_LENGTH = 2000;

  private Note() {}

  /**
   * The member {@code note}; empty if there is none.
   *
   * @throws InvalidInputException if it is too long
   */
  static String of(JsonBody body) {
    var note = body.optionalText("note").orElse("").strip();
    if (note.length() > MAX_LENGTH) {
      throw new InvalidInputException(
          "note", "The note is longer than " + MAX_LENGTH + " characters; shorten it.");
    }
    return note;
  }
}
