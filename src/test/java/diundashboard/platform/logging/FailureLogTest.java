package diundashboard.platform.logging;

import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.LogLines;
import java.lang.System.Logger.Level;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FailureLogTest {

  private final LogLines lines = new LogLines(FailureLog.class);
  private Instant now = Instant.parse("2026-11-22T12:00:00Z");
  private final FailureLog failures =
      new FailureLog(System.getLogger(FailureLog.class.getName()), () -> now);

  @AfterEach
  void close() {
    lines.close();
  }

  @Test
  void theSameFailureIsLoggedOnceAMinute() {
    for (var second = 0; second < 65; second++) {
      failures.log(Level.ERROR, "Cannot read", failureOf("read " + second));
      now = now.plusSeconds(1);
    }
    assertThat(lines.take())
        .containsExactly(
            "SEVERE Cannot read",
            "SEVERE Cannot read (the same happened 59 more times since the last line)");
  }

  @Test
  void anotherFailureIsLoggedAtOnce() {
    failures.log(Level.ERROR, "Cannot read", failureOf("a"));
    failures.log(Level.ERROR, "Cannot read", new IllegalArgumentException(failureOf("b")));
    failures.log(Level.WARNING, "Cannot read", new IllegalStateException("elsewhere"));
    failures.log(Level.ERROR, "Cannot read", withoutStackTrace());
    assertThat(lines.take())
        .containsExactly("SEVERE Cannot read", "WARNING Cannot read", "SEVERE Cannot read");
  }

  @Test
  void manySubjectsAreForgotten() {
    var limiter = new LogLimiter(() -> now);
    for (var i = 0; i < 101; i++) assertThat(limiter.permit("subject " + i)).hasValue(0);
    assertThat(limiter.permit("subject 1")).isEmpty();
    assertThat(limiter.permit("subject 0")).hasValue(0);
  }

  private static RuntimeException failureOf(String message) {
    return new IllegalStateException(message);
  }

  private static RuntimeException withoutStackTrace() {
    var failure = new IllegalStateException("bare");
    failure.setStackTrace(new StackTraceElement[0]);
    return failure;
  }
}
