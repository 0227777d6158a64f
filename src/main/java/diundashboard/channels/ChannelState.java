package diundashboard.channels;

import java.time.Instant;

/**
 * How far a channel has reported the activity log: a row of the table {@code channels}.
 *
 * @param position id of the last entry that was reported or skipped
 * @param reportedAt when entries were last reported or skipped
 * @param nextAt when it sends or retries; null if a report decides
 * @param claimedUntil until when a server is sending; null if none is
 * @param failures number of failed attempts to send the current message
 * @param lastSuccessAt when the destination last accepted a message; null if it never has
 * @param lastFailureAt when the last attempt failed; null if it succeeded
 * @param lastFailure why, as a sentence; null if it succeeded
 */
record ChannelState(
    String name,
    long position,
    Instant reportedAt,
    Instant nextAt,
    Instant claimedUntil,
    int failures,
    Instant lastSuccessAt,
    Instant lastFailureAt,
    String lastFailure) {

  boolean isFailing() {
    return lastFailureAt != null;
  }

  /** True if it is time to send, and no server does. */
  boolean isDue(Instant now) {
    return nextAt != null
        && !nextAt.isAfter(now)
        && (claimedUntil == null || !claimedUntil.isAfter(now));
  }
}
