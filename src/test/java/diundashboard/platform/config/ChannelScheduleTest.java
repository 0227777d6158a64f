package diundashboard.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In 2026, Berlin changes to summer time on 29 March and back on 25 October. */
class ChannelScheduleTest {

  @ParameterizedTest
  @CsvSource({
    "hourly, UTC, 2026-11-20T10:00:00Z, 2026-11-20T11:00:00Z",
    "hourly, UTC, 2026-11-20T10:59:59.999Z, 2026-11-20T11:00:00Z",
    "hourly, Asia/Kolkata, 2026-11-20T10:00:00Z, 2026-11-20T10:30:00Z",
    "hourly, Europe/Berlin, 2026-03-29T00:30:00Z, 2026-03-29T01:00:00Z",
    "hourly, Europe/Berlin, 2026-10-25T00:30:00Z, 2026-10-25T01:00:00Z",
    "daily 08:00, Europe/Berlin, 2026-11-20T06:59:59Z, 2026-11-20T07:00:00Z",
    "daily 08:00, Europe/Berlin, 2026-11-20T07:00:00Z, 2026-11-21T07:00:00Z",
    "daily 08:00, Europe/Berlin, 2026-03-28T07:00:00Z, 2026-03-29T06:00:00Z",
    "daily 08:00, Europe/Berlin, 2026-10-24T06:00:00Z, 2026-10-25T07:00:00Z",
    "daily 02:30, Europe/Berlin, 2026-03-28T01:30:00Z, 2026-03-29T01:30:00Z",
    "daily 02:30, Europe/Berlin, 2026-03-29T01:30:00Z, 2026-03-30T00:30:00Z",
    "daily 02:30, Europe/Berlin, 2026-10-25T00:00:00Z, 2026-10-25T00:30:00Z",
    "daily 02:30, Europe/Berlin, 2026-10-25T00:30:00Z, 2026-10-26T01:30:00Z",
    "daily 23:30, America/New_York, 2026-11-21T04:00:00Z, 2026-11-21T04:30:00Z",
    "weekly mon 08:00, Europe/Berlin, 2026-11-20T07:00:00Z, 2026-11-23T07:00:00Z",
    "weekly fri 08:00, Europe/Berlin, 2026-11-20T06:00:00Z, 2026-11-20T07:00:00Z",
    "weekly fri 08:00, Europe/Berlin, 2026-11-20T07:00:00Z, 2026-11-27T07:00:00Z",
    "weekly sun 08:00, Europe/Berlin, 2026-03-23T00:00:00Z, 2026-03-29T06:00:00Z"
  })
  void theNextMomentIsInTheZone(String schedule, String zone, Instant after, Instant next) {
    var parsed = ChannelSchedule.parse(schedule).orElseThrow();
    assertThat(parsed.next(after, ZoneId.of(zone))).contains(next);
    assertThat(parsed.text()).isEqualTo(schedule);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "At-once",
        "daily",
        "daily 8:00",
        "daily 08:60",
        "daily 08:00:00",
        "weekly 08:00",
        "weekly monday 08:00",
        "weekly mo 08:00",
        "monthly"
      })
  void otherTextsAreInvalid(String text) {
    assertThat(ChannelSchedule.parse(text)).isEmpty();
  }
}
