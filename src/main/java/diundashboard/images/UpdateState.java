package diundashboard.images;

import diundashboard.platform.database.Condition;
import diundashboard.platform.problem.InvalidInputException;
import java.util.Locale;

/** How an image stands in the inbox. */
public enum UpdateState {
  /** Waits to be seen to. */
  PENDING("u.acknowledged_at IS NULL AND u.snoozed_until IS NULL"),
  /** Somebody has seen to it. */
  ACKNOWLEDGED("u.acknowledged_at IS NOT NULL"),
  /** Put off. */
  SNOOZED("u.acknowledged_at IS NULL AND u.snoozed_until IS NOT NULL"),
  /** Any of them. */
  ALL("TRUE");

  private final String sql;

  UpdateState(String sql) {
    this.sql = sql;
  }

  /**
   * The state with this {@link #value()}.
   *
   * @throws InvalidInputException if there is none
   */
  public static UpdateState of(String text) {
    for (var state : values()) {
      if (state.value().equals(text)) return state;
    }
    throw new InvalidInputException(
        "state", "There is no state '" + text + "'; give pending, acknowledged, snoozed or all.");
  }

  /** How an image stands of which this is known. */
  public static UpdateState of(boolean isAcknowledged, boolean isSnoozed) {
    if (isAcknowledged) return ACKNOWLEDGED;
    return isSnoozed ? SNOOZED : PENDING;
  }

  public Condition condition() {
    return Condition.of(sql);
  }

  /** Whether something of such an image is still to be done, so that the rest of it counts less. */
  public boolean isOpen() {
    return this == PENDING || this == SNOOZED;
  }

  /** As JSON has it. */
  public String value() {
    return name().toLowerCase(Locale.ROOT);
  }
}
