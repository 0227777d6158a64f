package diundashboard.intake;

import static diundashboard.intake.RejectionLimits.Decision.IGNORE;
import static diundashboard.intake.RejectionLimits.Decision.RECORD;
import static diundashboard.intake.RejectionLimits.Decision.RECORD_WITHOUT_BODY;
import static diundashboard.intake.RejectionLimits.Decision.REPORT;
import static diundashboard.intake.RejectionReason.INVALID_NOTIFICATION;
import static diundashboard.intake.RejectionReason.MISSING_SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.intake.RejectionLimits.Decision;
import diundashboard.intake.RejectionLimits.Sender;
import diundashboard.intake.RejectionLimits.Summary;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RejectionLimitsTest {

  private static final Duration ALMOST_AN_HOUR = Duration.ofMinutes(60).minusMillis(1);

  private final RejectionLimits limits = new RejectionLimits();
  private Instant now = Instant.parse("2026-11-22T12:00:00Z");

  @Test
  void anAddressIsReportedOnceAnHourForEachReason() {
    assertThat(decide("a", MISSING_SECRET, "")).isEqualTo(REPORT);
    assertThat(decide("a", MISSING_SECRET, "")).isEqualTo(RECORD);
    assertThat(decide("b", MISSING_SECRET, "")).isEqualTo(REPORT);
    assertThat(decide("a", INVALID_NOTIFICATION, "x")).isEqualTo(REPORT);
    assertThat(decide("a", INVALID_NOTIFICATION, "y")).isEqualTo(RECORD);
    now = now.plus(ALMOST_AN_HOUR);
    assertThat(limits.endPeriods(now)).isEmpty();
    now = now.plusMillis(1);
    assertThat(limits.endPeriods(now))
        .containsExactlyInAnyOrder(
            summary("a", MISSING_SECRET, 1), summary("a", INVALID_NOTIFICATION, 1));
    assertThat(decide("b", MISSING_SECRET, "")).isEqualTo(REPORT);
  }

  /** The summary was the report of that hour. */
  @Test
  void aSenderThatContinuesIsSummarizedEveryHour() {
    decide("a", MISSING_SECRET, "");
    for (long count = 1; count < 4; count++) {
      for (int i = 0; i < count; i++) {
        assertThat(decide("a", MISSING_SECRET, "")).isEqualTo(RECORD);
      }
      now = now.plus(RejectionLimits.PERIOD);
      assertThat(limits.endPeriods(now)).containsExactly(summary("a", MISSING_SECRET, count));
    }
    now = now.plus(RejectionLimits.PERIOD);
    assertThat(limits.endPeriods(now)).isEmpty();
    assertThat(decide("a", MISSING_SECRET, "")).isEqualTo(REPORT);
  }

  @Test
  void theBodiesOfASenderAreLimited() {
    for (int i = 0; i < RejectionLimits.MAX_BODIES; i++) {
      decide("a", INVALID_NOTIFICATION, "body " + i);
    }
    assertThat(decide("a", INVALID_NOTIFICATION, "another")).isEqualTo(RECORD_WITHOUT_BODY);
    assertThat(decide("a", INVALID_NOTIFICATION, "body 0")).isEqualTo(RECORD);
    assertThat(decide("b", INVALID_NOTIFICATION, "another")).isEqualTo(REPORT);
    now = now.plus(RejectionLimits.PERIOD);
    limits.endPeriods(now);
    assertThat(decide("a", INVALID_NOTIFICATION, "another")).isEqualTo(RECORD);
  }

  @Test
  void theSendersOfAnHourAreLimited() {
    for (int i = 0; i < RejectionLimits.MAX_ROWS; i++) {
      assertThat(decide("address " + i, MISSING_SECRET, "")).isEqualTo(REPORT);
    }
    assertThat(decide("another", MISSING_SECRET, "")).isEqualTo(IGNORE);
    assertThat(decide("address 0", MISSING_SECRET, "")).isEqualTo(RECORD);
    now = now.plus(RejectionLimits.PERIOD);
    assertThat(limits.endPeriods(now))
        .containsExactly(summary("address 0", MISSING_SECRET, 1), new Summary(Optional.empty(), 1));
    assertThat(decide("another", MISSING_SECRET, "")).isEqualTo(REPORT);
  }

  @Test
  void sendersThatContinueAreLimitedToo() {
    for (int i = 0; i < 2 * RejectionLimits.MAX_ROWS; i++) {
      decide("address " + i / 2, MISSING_SECRET, "");
    }
    now = now.plus(RejectionLimits.PERIOD);
    assertThat(limits.endPeriods(now)).hasSize(RejectionLimits.MAX_ROWS);
    assertThat(decide("another", MISSING_SECRET, "")).isEqualTo(IGNORE);
  }

  private Decision decide(String address, RejectionReason reason, String hash) {
    return limits.decide(new RejectedNotification.Key(address, reason, hash), now);
  }

  private static Summary summary(String address, RejectionReason reason, long count) {
    return new Summary(Optional.of(new Sender(address, reason)), count);
  }
}
