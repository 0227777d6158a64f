package diundashboard.actions;

import diundashboard.platform.http.JsonBody;
import diundashboard.platform.problem.InvalidInputException;
import diundashboard.platform.problem.ProblemCode;
import java.util.Map;

/** Reads notes from request bodies. */
final class NoteParser {

  private static final int MAX_LENGTH = 2000;

  private NoteParser() {}

  /**
   * Reads the member {@code note}. Empty if there is none.
   *
   * @throws InvalidInputException if it is not a string or too long
   */
  static String of(JsonBody body) {
    var note = body.optionalText("note").orElse("").strip();
    if (note.length() > MAX_LENGTH) {
      throw new InvalidInputException(
          "note",
          ProblemCode.NOTE_TOO_LONG,
          Map.of("max", MAX_LENGTH),
          "The note is longer than " + MAX_LENGTH + " characters.");
    }
    return note;
  }
}
