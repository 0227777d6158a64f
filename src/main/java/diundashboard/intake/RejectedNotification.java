package diundashboard.intake;

import java.time.Instant;

/**
 * Equal notifications from one address that were rejected for the same reason.
 *
 * @param firstAt time of the first one
 * @param at time of the last one
 * @param count how many there were
 * @param address IP address of the sender
 * @param response the response that the sender got last
 * @param isReported true if the activity log reports the sender, see {@link RejectionLimits}
 */
record RejectedNotification(
    Instant firstAt,
    Instant at,
    long count,
    String address,
    RejectionReason reason,
    RejectionResponse response,
    RejectedBody body,
    boolean isReported) {

  /** Identifies equal notifications. */
  record Key(String address, RejectionReason reason, String hash) {}

  Key key() {
    return new Key(address, reason, body.hash());
  }

  /** These and equal ones that were rejected later. */
  RejectedNotification and(RejectedNotification later) {
    return new RejectedNotification(
        firstAt,
        later.at,
        count + later.count,
        address,
        reason,
        later.response,
        body,
        isReported || later.isReported);
  }
}
