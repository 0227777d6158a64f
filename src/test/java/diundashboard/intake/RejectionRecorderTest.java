package diundashboard.intake;

import static diundashboard.intake.RejectionReason.INVALID_NOTIFICATION;
import static diundashboard.intake.RejectionReason.WRONG_SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.platform.metrics.Metrics;
import diundashboard.platform.problem.ProblemCode;
import jakarta.json.JsonValue;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RejectionRecorderTest {

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private Instant now = NOON;
  private final RejectionRecorder recorder =
      new RejectionRecorder(() -> now, new IntakeMetrics(new Metrics()));

  @Test
  void equalNotificationsAreCounted() {
    recorder.record("a", INVALID_NOTIFICATION, noJson(), "x");
    now = NOON.plusSeconds(1);
    recorder.record("a", INVALID_NOTIFICATION, noJson(), "x");
    assertThat(recorder.take())
        .containsExactly(
            new RejectedNotification(
                NOON,
                now,
                2,
                "a",
                INVALID_NOTIFICATION,
                new RejectionResponse(
                    "No JSON.?", "notification-not-json", JsonValue.EMPTY_JSON_OBJECT),
                RejectedBody.of("x"),
                true));
    assertThat(recorder.take()).isEmpty();
  }

  @Test
  void theBodyOfASenderWithoutASecretIsNotKept() {
    recorder.record("a", WRONG_SECRET, noJson(), "x");
    assertThat(recorder.take())
        .containsExactly(
            new RejectedNotification(
                NOON,
                NOON,
                1,
                "a",
                WRONG_SECRET,
                new RejectionResponse(
                    "No JSON.?", "notification-not-json", JsonValue.EMPTY_JSON_OBJECT),
                RejectedBody.NONE,
                true));
  }

  @Test
  void whatCannotBeStoredIsKeptForTheNextTime() {
    recorder.record("a", INVALID_NOTIFICATION, noJson(), "x");
    recorder.record("b", INVALID_NOTIFICATION, noJson(), "x");
    var failed = recorder.take();
    recorder.record("c", INVALID_NOTIFICATION, noJson(), "x");
    recorder.record("a", INVALID_NOTIFICATION, noJson(), "x");
    recorder.putBack(failed);
    assertThat(recorder.take())
        .extracting(each -> each.address() + each.count() + each.isReported())
        .containsExactly("a2true", "b1true", "c1true");
  }

  @Test
  void aFloodIsBounded() {
    for (int i = 0; i < 5000; i++) {
      recorder.record("address " + i / 2, INVALID_NOTIFICATION, noJson(), "body " + i);
    }
    assertThat(recorder.take()).hasSize(RejectionDao.MAX_ROWS);
  }

  @Test
  void moreBodiesOfASenderAreCountedTogether() {
    for (int i = 0; i < 150; i++) recorder.record("a", INVALID_NOTIFICATION, noJson(), "body " + i);
    var taken = recorder.take();
    assertThat(taken).hasSize(RejectionLimits.MAX_BODIES + 1);
    assertThat(taken.get(RejectionLimits.MAX_BODIES).body()).isEqualTo(RejectedBody.NONE);
    assertThat(taken.get(RejectionLimits.MAX_BODIES).count()).isEqualTo(50);
  }

  private static RuntimeException noJson() {
    return new InvalidNotificationException(ProblemCode.NOTIFICATION_NOT_JSON, "No JSON.\n");
  }
}
