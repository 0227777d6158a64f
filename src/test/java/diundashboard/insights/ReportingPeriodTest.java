package diundashboard.insights;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportingPeriodTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-03-29T21:59:59.999Z|Europe/Berlin|2026-03-29 2026-03-28T23:00:00.000Z 2026-03-29T22:00:00.000Z",
        "2026-03-29T22:00:00Z|Europe/Berlin|2026-03-30 2026-03-29T22:00:00.000Z 2026-03-30T22:00:00.000Z",
        "2026-10-25T12:00:00Z|Europe/Berlin|2026-10-25 2026-10-24T22:00:00.000Z 2026-10-25T23:00:00.000Z",
        "2026-11-01T12:00:00Z|America/New_York|2026-11-01 2026-11-01T04:00:00.000Z 2026-11-02T05:00:00.000Z",
        "2026-11-22T12:00:00Z|Asia/Kolkata|2026-11-22 2026-11-21T18:30:00.000Z 2026-11-22T18:30:00.000Z",
        "2026-11-22T12:00:00Z|Pacific/Apia|2026-11-23 2026-11-22T11:00:00.000Z 2026-11-23T11:00:00.000Z",
        "2018-11-04T12:00:00Z|America/Sao_Paulo|2018-11-04 2018-11-04T03:00:00.000Z 2018-11-05T02:00:00.000Z"
      })
  void aDayFollowsLocalTime(Instant now, ZoneId zone, String range) {
    assertThat(ReportingPeriod.of(zone, 1, now).days().json())
        .isEqualTo("[[\"" + range.replace(" ", "\",\"") + "\"]]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-11-22|1|2026-11-16",
        "2026-11-23|1|2026-11-23",
        "2026-11-23|2|2026-11-16 2026-11-23",
        "2026-11-23|16|2026-11-02 2026-11-09 2026-11-16 2026-11-23"
      })
  void weeksBeginOnMonday(String today, int days, String mondays) {
    var weeks =
        ReportingPeriod.of(ZoneId.of("UTC"), days, Instant.parse(today + "T12:00:00Z"))
            .weeks()
            .json();
    assertThat(weeks.replaceAll("\\[\"([^\"]+)\"[^\\]]+\\],?", "$1 "))
        .isEqualTo("[" + mondays + " ]");
  }
}
