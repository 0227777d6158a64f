package diundashboard.inbox;

import diundashboard.images.UpdateState;
import diundashboard.platform.json.EnumNames;
import diundashboard.platform.problem.InvalidInputException;
import diundashboard.platform.problem.ProblemCode;
import java.util.Map;

/** The sort orders of the list. Images with the same sort key are sorted by reference. */
public enum SortOrder {
  /** By the time when the image became pending or was acknowledged, latest first. */
  NEWEST,
  OLDEST,
  /** By the last part of the image's name. */
  NAME,
  /** By the host of the latest notification. */
  HOST,
  /** By what the update changes, the riskiest first. */
  KIND;

  /**
   * Parses a {@link #value()}.
   *
   * @param field the parameter or member that contains the text
   * @throws InvalidInputException if it is unknown
   */
  public static SortOrder of(String field, String text) {
    return EnumNames.find(SortOrder.class, text)
        .orElseThrow(
            () ->
                new InvalidInputException(
                    field,
                    ProblemCode.UNKNOWN_SORT_ORDER,
                    Map.of("value", text),
                    "Unknown sort order '%s'. Use %s."
                        .formatted(text, EnumNames.list(SortOrder.class))));
  }

  /** Returns the column of {@code updates} that contains the sort key. */
  String column(UpdateState state) {
    return switch (this) {
      case NEWEST, OLDEST ->
          state == UpdateState.ACKNOWLEDGED ? "acknowledged_at" : "pending_since";
      case NAME -> "name";
      case HOST -> "hostname";
      case KIND -> "change_rank";
    };
  }

  boolean isNumeric() {
    return this == KIND;
  }

  boolean isDescending() {
    return this == NEWEST;
  }

  /** The name in parameters, such as {@code newest}. */
  public String value() {
    return EnumNames.of(this);
  }
}
