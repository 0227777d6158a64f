package diundashboard.channels;

import java.time.Instant;

/**
 * The right of one server to send the next message of a channel.
 *
 * @param until when the right ends, which also identifies the claim
 * @param messageUntil id of the last entry of the activity log that the message reports
 * @param state of the channel, which is the same for each attempt to send the message
 */
record Claim(Instant until, long messageUntil, ChannelState state) {

  /** The id of the message, the same for each attempt. */
  String messageId() {
    return "%s-%d-%d-%s"
        .formatted(
            state.name(),
            state.position(),
            messageUntil,
            Long.toString(state.reportedAt().toEpochMilli(), Character.MAX_RADIX));
  }
}
