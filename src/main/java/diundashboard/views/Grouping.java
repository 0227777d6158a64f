package diundashboard.views;

import diundashboard.platform.json.EnumNames;
import diundashboard.platform.problem.InvalidInputException;
import diundashboard.platform.problem.ProblemCode;
import java.util.Map;

/** How the page groups the inbox. */
public enum Grouping {
  TAG,
  HOST,
  STACK,
  REGISTRY,
  KIND,
  NONE;

  /**
   * Parses a {@link #value()}.
   *
   * @throws InvalidInputException if it is unknown
   */
  static Grouping of(String text) {
    return EnumNames.find(Grouping.class, text)
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "group",
                    ProblemCode.UNKNOWN_GROUPING,
                    Map.of("value", text),
                    "Unknown grouping '%s'. Use %s."
                        .formatted(text, EnumNames.list(Grouping.class))));
  }

  /** The name in JSON and in the database, such as {@code tag}. */
  String value() {
    return EnumNames.of(this);
  }
}
