package diundashboard.platform.logging;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Objects;

/**
 * Logs failures with their stack traces. The same failure, of the same type and from the same
 * place, is logged once a minute, so that no failure drives everything else out of the log.
 *
 * <p>Thread-safe.
 */
public final class FailureLog {

  private final Logger log;
  private final LogLimiter limiter;

  public FailureLog(Class<?> source) {
    this(System.getLogger(source.getName()), InstantSource.system());
  }

  FailureLog(Logger log, InstantSource clock) {
    this.log = log;
    this.limiter = new LogLimiter(clock);
  }

  /**
   * Logs a failure, unless the same one was logged within the last minute.
   *
   * @param message in one line, without a full stop
   */
  public void log(Level level, String message, Throwable failure) {
    limiter
        .permit(subjectOf(failure))
        .ifPresent(refused -> log.log(level, lineOf(message, refused), failure));
  }

  private static String lineOf(String message, long refused) {
    return refused == 0
        ? message
        : message + " (the same happened %d more times since the last line)".formatted(refused);
  }

  private static String subjectOf(Throwable failure) {
    var origin = failure;
    while (origin.getCause() != null) origin = origin.getCause();
    var place = Arrays.stream(origin.getStackTrace()).findFirst().map(Objects::toString);
    return origin.getClass().getName() + " " + place.orElse("");
  }
}
