package diundashboard.images;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BuildTimeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-20T17:02:11.512345678Z",
        "2026-09-01T00:00:00+02:00",
        "2013-03-20T00:00:00Z",
        "2013-03-19T23:00:00-01:00"
      })
  void timesInRfc3339AreUnchanged(String time) {
    assertThat(BuildTime.of(time)).hasValue(time);
  }

  @ParameterizedTest
  @CsvSource({
    "2020-03-26 12:23:56 +0000 UTC, 2020-03-26T12:23:56Z",
    "2024-05-01 10:00:00 +0000 UTC, 2024-05-01T10:00:00Z",
    "2024-05-01 10:00:00.123 +0000 UTC, 2024-05-01T10:00:00.123Z",
    "2024-05-01 10:00:00.123456789 +0000 UTC m=+0.0001, 2024-05-01T10:00:00.123456789Z",
    "2026-05-01 10:00:00.5 +0200 CEST, 2026-05-01T10:00:00.5+02:00",
    "2026-05-01 10:00:00 -0330 -0330 m=-12.000000001, 2026-05-01T10:00:00-03:30",
    "2026-05-01 10:00:00 +0545 +0545, 2026-05-01T10:00:00+05:45",
    "2026-05-01 10:00:00 -0700, 2026-05-01T10:00:00-07:00"
  })
  void theFormatOfGoBecomesRfc3339(String time, String expected) {
    assertThat(BuildTime.of(time)).hasValue(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "soon",
        "1700000000",
        "0001-01-01T00:00:00Z",
        "1970-01-01T00:00:00Z",
        "1970-01-01T00:00:01Z",
        "1980-01-01T00:00:00Z",
        "2013-03-19T23:59:59.999999999Z",
        "2013-03-20T00:30:00+01:00",
        "0001-01-01 00:00:00 +0000 UTC",
        "1970-01-01 01:00:01 +0100 CET",
        "2026-13-01T00:00:00Z",
        "2026-02-30 10:00:00 +0000 UTC",
        "2026-05-01 10:00:00 +9900 UTC",
        "2026-05-01 10:00:00"
      })
  void otherTimesAreUnknown(String time) {
    assertThat(BuildTime.of(time)).isEmpty();
  }
}
