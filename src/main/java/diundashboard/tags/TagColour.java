package diundashboard.tags;

import diundashboard.platform.problem.InvalidInputException;
import diundashboard.platform.problem.ProblemCode;
import java.util.List;
import java.util.Map;

/** The colours of tags. The page defines how each looks. */
final class TagColour {

  private static final List<String> ALL =
      List.of("grey", "red", "orange", "yellow", "green", "teal", "blue", "purple", "pink");

  private TagColour() {}

  /**
   * Checks the name of a colour.
   *
   * @throws InvalidInputException if there is no such colour
   */
  static String of(String text) {
    if (ALL.contains(text)) return text;
    var last = ALL.size() - 1;
    throw new InvalidInputException(
        "colour",
        ProblemCode.UNKNOWN_COLOUR,
        Map.of("value", text),
        "Unknown colour '%s'. Use %s or %s."
            .formatted(text, String.join(", ", ALL.subList(0, last)), ALL.get(last)));
  }
}
