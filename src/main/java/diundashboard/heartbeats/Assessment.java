package diundashboard.heartbeats;

import java.time.Duration;
import java.time.Instant;

/**
 * Whether Diun on a host reports as usual.
 *
 * @param silentSince its last sign of life; null unless it is silent
 */
public record Assessment(State state, Instant silentSince) {

  /** Without a history, a host is silent after this time. */
  private static final Duration MAX_SILENCE = Duration.ofDays(14);

  /** States of a host. */
  public enum State {
    REPORTING,
    SILENT,
    /** There is no history yet from which one could tell. */
    TOO_NEW
  }

  /**
   * Assesses a host with a history.
   *
   * @param last its last sign of life
   * @param max how long it may take until the next one
   */
  public static Assessment of(Instant last, Duration max, Instant now) {
    return isSilent(last, max, now)
        ? new Assessment(State.SILENT, last)
        : new Assessment(State.REPORTING, null);
  }

  /** Assesses a host without a history. */
  public static Assessment ofNew(Instant last, Instant now) {
    return isSilent(last, MAX_SILENCE, now)
        ? new Assessment(State.SILENT, last)
        : new Assessment(State.TOO_NEW, null);
  }

  private static boolean isSilent(Instant last, Duration max, Instant now) {
    return last.plus(max).isBefore(now);
  }
}
