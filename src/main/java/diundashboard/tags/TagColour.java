package diundashboard.tags;

import diundashboard.platform.problem.InvalidInputException;
import java.util.List;

/** The colours that a tag can have; the page knows how each looks. */
final class TagColour {

  private static final List<String> ALL =
      List.of("grey", "red", "orange", "yellow", "green", "teal", "blue", "purple", "pink");

  private TagColour() {}

  /**
   * A colour that somebody gave.
   *
   * @throws InvalidInputException if there is no such colour
   */
  static String of(String text) {
    if (ALL.contains(text)) return text;
    throw new InvalidInputException(
        "colour",
        "The colour '%s' is none of %s; give one of these."
            .formatted(text, String.join(", ", ALL)));
  }
}
