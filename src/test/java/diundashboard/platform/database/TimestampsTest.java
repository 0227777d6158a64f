package diundashboard.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimestampsTest {

  @Test
  void writtenTimestampsSortAsText() {
    assertThat(Timestamps.format(Instant.parse("2026-11-22T10:00:00Z")))
        .isEqualTo("2026-11-22T10:00:00.000Z");
    assertThat(Timestamps.format(Instant.parse("2026-11-22T10:00:00.123456Z")))
        .isEqualTo("2026-11-22T10:00:00.123Z");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-22T10:00:00.123Z, 2026-11-22T10:00:00.123Z",
    "2026-11-22T10:00:00Z, 2026-11-22T10:00:00Z",
    "2026-11-22T10:00:00.123456789+01:00, 2026-11-22T09:00:00.123456789Z",
    "2026-11-22 10:00:00, 2026-11-22T10:00:00Z",
    "2026-11-22 10:00:00.123456+00, 2026-11-22T10:00:00.123456Z",
    "2026-11-22 10:00:00.5-05:30, 2026-11-22T15:30:00.5Z",
    "yesterday, 1970-01-01T00:00:00Z",
    "'', 1970-01-01T00:00:00Z"
  })
  void timestampsOfTheGoOriginalAreRead(String text, Instant expected) {
    assertThat(Timestamps.parse(text)).isEqualTo(expected);
  }
}
