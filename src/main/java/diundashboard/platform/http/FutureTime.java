package diundashboard.platform.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Times that clients choose for the end of something. */
public final class FutureTime {

  /** The end of what only an event ends. It sorts after all others. */
  public static final Instant NEVER = Instant.parse("9999-12-31T23:59:59.999Z");

  private FutureTime() {}

  /** Parses a time in RFC 3339. Empty if it is none, not after {@code now}, or {@link #NEVER}. */
  public static Optional<Instant> parse(String text, Instant now) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant())
          .filter(at -> at.isAfter(now) && at.isBefore(NEVER));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
