package diundashboard.images;

import diundashboard.platform.database.Condition;
import diundashboard.platform.json.EnumNames;
import diundashboard.platform.problem.InvalidInputException;
import diundashboard.platform.problem.ProblemCode;
import java.util.Map;

/** The state of an image or an occurrence. */
public enum UpdateState {
  PENDING("u.acknowledged_at IS NULL AND u.snoozed_until IS NULL"),
  ACKNOWLEDGED("u.acknowledged_at IS NOT NULL AND u.muted_at IS NULL"),
  SNOOZED("u.acknowledged_at IS NULL AND u.snoozed_until IS NOT NULL"),
  /** Not pending before a user unmutes it. */
  MUTED("u.muted_at IS NOT NULL"),
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

  /** Matches the images {@code u} in this state. */
  public Condition condition() {
    return Condition.of(sql);
  }

  /** Matches the occurrences {@code o} in this state. */
  public Condition occurrence() {
    return this == ALL ? Condition.ANY : Condition.of("o.state = '" + value() + "'");
  }

  /** True if this is the other state or {@link #ALL}. */
  public boolean includes(UpdateState other) {
    return this == ALL || this == other;
  }

  /** True if updates in this state are neither done nor muted. */
  public boolean isOpen() {
    return this == PENDING || this == SNOOZED;
  }

  /** The name in JSON, such as {@code pending}. */
  public String value() {
    return EnumNames.of(this);
  }
}
