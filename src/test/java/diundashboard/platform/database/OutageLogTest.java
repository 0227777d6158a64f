package diundashboard.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.LogLines;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutageLogTest {

  private final LogLines lines = new LogLines(OutageLog.class);
  private Instant now = Instant.parse("2026-11-22T12:00:00Z");
  private final OutageLog outages =
      new OutageLog(System.getLogger(OutageLog.class.getName()), () -> now);

  @AfterEach
  void close() {
    lines.close();
  }

  @Test
  void failuresAreLoggedOnceAMinuteWithTheirNumber() {
    for (var second = 0; second < 125; second++) {
      outages.fail("connection refused");
      now = now.plusSeconds(1);
    }
    assertThat(lines.take())
        .containsExactly(
            "WARNING The database is not available: connection refused",
            "WARNING The database is not available (60 failures since the last line): connection refused",
            "WARNING The database is not available (60 failures since the last line): connection refused");
  }

  /** When the disk is full, reads succeed between failed writes. */
  @Test
  void anOutageEndsAfterAMinuteWithoutFailures() {
    for (var second = 0; second <= 30; second += 5) {
      outages.fail("disk full");
      outages.succeed();
      now = now.plusSeconds(5);
    }
    now = now.plusSeconds(54);
    outages.succeed();
    assertThat(lines.take()).containsExactly("WARNING The database is not available: disk full");
    now = now.plusSeconds(1);
    outages.succeed();
    outages.succeed();
    assertThat(lines.take())
        .containsExactly("INFO The database is available again (outage of 30 s, 7 failures)");
  }

  @Test
  void aFailureLaterIsANewOutage() {
    outages.fail("connection refused");
    now = now.plusSeconds(60);
    outages.fail("disk full");
    assertThat(lines.take())
        .containsExactly(
            "WARNING The database is not available: connection refused",
            "INFO The database is available again (outage of 0 s, 1 failures)",
            "WARNING The database is not available: disk full");
  }

  @Test
  void successesAloneLogNothing() {
    outages.succeed();
    assertThat(lines.take()).isEmpty();
  }
}
