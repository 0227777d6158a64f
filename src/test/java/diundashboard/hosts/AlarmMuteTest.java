package diundashboard.hosts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import diundashboard.platform.problem.InvalidInputException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlarmMuteTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final Instant BEFORE = NOW.minusMillis(1);
  private static final Instant AFTER = NOW.plusMillis(1);

  @Test
  void aMuteUntilATimeEndsThenWhateverTheHostReports() {
    var mute = AlarmMute.until("2026-11-22T13:00:00+01:00", BEFORE);
    assertThat(mute.endAt(NOW, BEFORE)).contains("2026-11-22T12:00:00Z");
    assertThat(mute.endAt(BEFORE, NOW)).isEmpty();
  }

  @Test
  void aMuteUntilTheNextReportEndsWithIt() {
    var mute = AlarmMute.until("next-report", NOW);
    assertThat(mute.endAt(NOW, Instant.parse("2030-01-01T00:00:00Z"))).contains("next-report");
    assertThat(mute.endAt(AFTER, AFTER)).isEmpty();
  }

  @Test
  void anAlarmThatNobodyMutedIsNot() {
    assertThat(new AlarmMute(null, null).endAt(NOW, NOW)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "tomorrow",
        "2026-11-22T12:00:00Z",
        "2026-12-04",
        "9999-12-31T23:59:59.999Z",
        "next-digest"
      })
  void anythingButAFutureTimeIsInvalid(String until) {
    assertThatThrownBy(() -> AlarmMute.until(until, NOW))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("Invalid time '" + until + "'.");
  }
}
