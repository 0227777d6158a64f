package diundashboard.inbox;

import diundashboard.search.Condition;
import java.util.Locale;

/** How an image stands in the inbox. */
public enum State {
  /** Waits to be seen to. */
  PENDING("u.acknowledged_at IS NULL AND u.snoozed_until IS NULL"),
  /** Somebody has seen to it. */
  ACKNOWLEDGED("u.acknowledged_at IS NOT NULL"),
  /** Put off. */
  SNOOZED("u.acknowledged_at IS NULL AND u.snoozed_until IS NOT NULL");

  private final String sql;

  State(String sql) {
    this.sql = sql;
  }

  Condition condition() {
    return Condition.of(sql);
  }

  /** As JSON has it. */
  String value() {
    return name().toLowerCase(Locale.ROOT);
  }
}
