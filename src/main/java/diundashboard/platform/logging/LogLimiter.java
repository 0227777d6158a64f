package diundashboard.platform.logging;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Permits one log line a minute for each subject, and counts the others.
 *
 * <p>Thread-safe.
 */
public final class LogLimiter {

  private static final Duration INTERVAL = Duration.ofMinutes(1);

  /** With more subjects, the one whose line is the oldest is forgotten. */
  private static final int MAX_SUBJECTS = 100;

  private final InstantSource clock;
  private final Map<String, Line> lines = new LinkedHashMap<>();

  public LogLimiter(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Asks for a line.
   *
   * @return the number of lines that were not permitted since the last one; empty if this one is
   *     not either
   */
  public synchronized OptionalLong permit(String subject) {
    var now = clock.instant();
    var last = lines.get(subject);
    if (last != null && now.isBefore(last.at.plus(INTERVAL))) {
      last.refused++;
      return OptionalLong.empty();
    }
    lines.remove(subject);
    lines.put(subject, new Line(now));
    if (lines.size() > MAX_SUBJECTS) lines.remove(lines.keySet().iterator().next());
    return OptionalLong.of(last == null ? 0 : last.refused);
  }

  private static final class Line {
    private final Instant at;
    private long refused;

    private Line(Instant at) {
      this.at = at;
    }
  }
}
