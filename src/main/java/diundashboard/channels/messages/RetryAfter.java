package diundashboard.channels.messages;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The header {@code Retry-After}: a number of seconds, or a time (RFC 9110, 10.2.3). */
final class RetryAfter {

  private static final Duration MAX = Duration.ofHours(24);

  private RetryAfter() {}

  /** Returns how long to wait, at most 24 hours. Empty if the value is invalid. */
  static Optional<Duration> parse(String value, Instant now) {
    return wait(value.strip(), now)
        .map(wait -> wait.isNegative() ? Duration.ZERO : wait)
        .map(wait -> wait.compareTo(MAX) > 0 ? MAX : wait);
  }

  private static Optional<Duration> wait(String value, Instant now) {
    if (value.matches("\\d{1,9}")) return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
    try {
      var until = DateTimeFormatter.RFC_1123_DATE_TIME.parse(value, Instant::from);
      return Optional.of(Duration.between(now, until));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
