package diundashboard.hosts;

import diundashboard.platform.http.FutureTime;
import diundashboard.platform.problem.InvalidInputException;
import diundashboard.platform.problem.ProblemCode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A mute of the alarm that tells of a silent host.
 *
 * @param at when users muted it; null if they did not
 * @param until when it ends; null if {@code at} is
 */
record AlarmMute(Instant at, Instant until) {

  /** The next report of the host ends the mute. */
  private static final String NEXT_REPORT = "next-report";

  /**
   * Parses the end of a mute that begins now: a future time in RFC 3339, or {@code next-report}.
   *
   * @throws InvalidInputException for the member {@code until} if it is neither
   */
  static AlarmMute until(String text, Instant now) {
    var until =
        text.equals(NEXT_REPORT) ? Optional.of(FutureTime.NEVER) : FutureTime.parse(text, now);
    return new AlarmMute(now, until.orElseThrow(() -> invalid(text)));
  }

  private static InvalidInputException invalid(String text) {
    return new InvalidInputException(
        "until",
        ProblemCode.INVALID_MUTE_END,
        Map.of("value", text),
        "Invalid time '%s'. Use a future time such as 2027-01-31T08:00:00Z, or %s."
            .formatted(text, NEXT_REPORT));
  }

  /**
   * Returns the end in JSON. Empty if the mute is over.
   *
   * @param lastSeenAt last sign of life of the host
   */
  Optional<String> endAt(Instant lastSeenAt, Instant now) {
    if (until == null) return Optional.empty();
    if (until.equals(FutureTime.NEVER)) {
      return lastSeenAt.isAfter(at) ? Optional.empty() : Optional.of(NEXT_REPORT);
    }
    return until.isAfter(now) ? Optional.of(until.toString()) : Optional.empty();
  }
}
