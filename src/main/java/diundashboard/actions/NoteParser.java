package diundashboard.actions;

import diundashboard.platform.http.JsonBody;
import diundashboard.platform.problem.InvalidInputException;

/** What people want to remember of an image or a change. */
public final class NoteParser {

  private static final int MAX_LENGTH = 2000;

  private NoteParser() {}

  /**
   * The member {@code note}; empty if there is none.
   *
   * @throws InvalidInputException if it is too long
   */
  public static String of(JsonBody body) {
    var note = body.optionalText("note").orElse("").strip();
    if (note.length() > MAX_LENGTH) {
      throw new InvalidInputException(
          "note", "The note is longer than " + MAX_LENGTH + " characters; shorten it.");
    }
    return note;
  }
}
