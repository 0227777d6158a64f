package diundashboard.heartbeats;

/**
 * A ping of Diun.
 *
 * @param counts what a run that ended found
 */
public record Ping(Kind kind, RunCounts counts) {

  /** What a ping reports. */
  public enum Kind {
    /** A run began. */
    START,
    /** A run ended. */
    END,
    /** Diun stopped, possibly during a run. */
    FAIL
  }
}
