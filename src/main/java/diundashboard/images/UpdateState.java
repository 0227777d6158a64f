package diundashboard.images;

import diundashboard.platform.database.Condition;
import diundashboard.platform.json.EnumNames;
import diundashboard.platform.problem.InvalidInputException;
import diundashboard.platform.problem.ProblemCode;
import java.util.Map;

/** The state of an update. */
public enum UpdateState {
  PENDING("u.acknowledged_at IS NULL AND u.snoozed_until IS NULL"),
  ACKNOWLEDGED("u.acknowledged_at IS NOT NULL"),
  SNOOZED("u.acknowledged_at IS NULL AND u.snoozed_until IS NOT NULL"),
  /** Matches updates in any state. */
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
    return EnumNames.find(UpdateState.class, text)
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "state",
                    ProblemCode.UNKNOWN_STATE,
                    Map.of("value", text),
                    "Unknown state '%s'. Use %s."
                        .formatted(text, EnumNames.list(UpdateState.class))));
  }

  /** The state of an update with these properties. */
  public static UpdateState of(boolean isAcknowledged, boolean isSnoozed) {
    if (isAcknowledged) return ACKNOWLEDGED;
    return isSnoozed ? SNOOZED : PENDING;
  }

  public Condition condition() {
    return Condition.of(sql);
  }

  /** True if updates in this state are not done. */
  public boolean isOpen() {
    return this == PENDING || this == SNOOZED;
  }

  /** The name in JSON, such as {@code pending}. */
  public String value() {
    return EnumNames.of(this);
  }
}
