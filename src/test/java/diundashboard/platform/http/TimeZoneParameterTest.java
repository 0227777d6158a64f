package diundashboard.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import diundashboard.platform.problem.InvalidInputException;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeZoneParameterTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Europe/Berlin|Europe/Berlin",
        "UTC|UTC",
        "Etc/GMT+3|Etc/GMT+3",
        "+05:30|+05:30",
        "-3|-03:00",
        "UTC-3|UTC-03:00",
        "' 05:30'|+05:30",
        "Etc/GMT 3|Etc/GMT+3",
        "Mars/Base,-03:00|-03:00",
        "Europe/Berlin,+01:00|Europe/Berlin",
        ",Mars,UTC|UTC"
      })
  void theFirstKnownZoneCounts(String text, String zone) {
    assertThat(TimeZoneParameter.of("tz", text).getId()).isEqualTo(zone);
    assertThat(TimeZoneParameter.orUtc(text).getId()).isEqualTo(zone);
  }

  /** Newer Java runtimes give it another name. */
  @Test
  void threeLetterZonesAreKnown() {
    assertThat(TimeZoneParameter.of("tz", "EST").getRules().getOffset(Instant.EPOCH))
        .isEqualTo(ZoneOffset.ofHours(-5));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",", "Etc/Unknown", "europe/berlin", "Mars/Base,+99:00", "\0", "+"})
  void unknownZonesAreRejectedOrUtc(String text) {
    assertThat(TimeZoneParameter.orUtc(text).getId()).isEqualTo("UTC");
    assertThatThrownBy(() -> TimeZoneParameter.of("tz", text))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "Unknown time zone '%s'. Use an IANA name such as Europe/Berlin, or an offset such as +01:00.",
            text);
  }
}
