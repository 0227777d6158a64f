package diundashboard.images;

import diundashboard.platform.http.FutureTime;
import diundashboard.platform.problem.InvalidInputException;
import diundashboard.platform.problem.ProblemCode;
import java.time.Instant;
import java.util.Map;

/**
 * When a snooze ends. A new digest always ends it earlier.
 *
 * @param at the value of the column {@code snoozed_until}
 */
public record SnoozeEnd(Instant at) {

  /** Only a new digest ends the snooze. Its time sorts after all others. */
  public static final SnoozeEnd NEXT_DIGEST = new SnoozeEnd(FutureTime.NEVER);

  private static final String NEXT_DIGEST_TEXT = "next-digest";

  /**
   * Parses a future time in RFC 3339, or {@code next-digest}.
   *
   * @throws InvalidInputException for the member {@code until} if it is neither
   */
  public static SnoozeEnd parse(String text) {
    if (text.equals(NEXT_DIGEST_TEXT)) return NEXT_DIGEST;
    return FutureTime.parse(text, Instant.now())
        .map(SnoozeEnd::new)
        .orElseThrow(() -> invalid(text));
  }

  private static InvalidInputException invalid(String text) {
    return new InvalidInputException(
        "until",
        ProblemCode.INVALID_SNOOZE_END,
        Map.of("value", text),
        "Invalid time '%s'. Use a future time such as 2027-01-31T08:00:00Z, or %s."
            .formatted(text, NEXT_DIGEST_TEXT));
  }

  /** As in JSON: a time in UTC, or {@code next-digest}. */
  @Override
  public String toString() {
    return equals(NEXT_DIGEST) ? NEXT_DIGEST_TEXT : at.toString();
  }
}
