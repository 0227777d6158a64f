package diundashboard.inbox;

import diundashboard.images.UpdateState;
import diundashboard.platform.problem.InvalidInputException;
import java.util.Locale;

/** The orders of the list; images that are alike in it are in order of their references. */
enum SortOrder {
  /** The last that became pending, or was acknowledged, first. */
  NEWEST,
  OLDEST,
  /** By the last part of the image's name. */
  NAME,
  /** By the host that was last heard of. */
  HOST;

  /**
   * The order with this {@link #value()}.
   *
   * @throws InvalidInputException if there is none
   */
  static SortOrder of(String text) {
    for (var sort : values()) {
      if (sort.value().equals(text)) return sort;
    }
    throw new InvalidInputException(
        "sort", "There is no order '" + text + "'; give newest, oldest, name or host.");
  }

  /** The column of {@code updates} that makes the order. */
  String column(UpdateState state) {
    return switch (this) {
      case NEWEST, OLDEST ->
          state == UpdateState.ACKNOWLEDGED ? "acknowledged_at" : "pending_since";
      case NAME -> "name";
      case HOST -> "hostname";
    };
  }

  boolean isDescending() {
    return this == NEWEST;
  }

  String value() {
    return name().toLowerCase(Locale.ROOT);
  }
}
