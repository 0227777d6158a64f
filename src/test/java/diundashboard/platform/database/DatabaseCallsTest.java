package diundashboard.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DatabaseCallsTest {

  private static final Duration SHORT = Duration.ofMillis(50);
  private static final Duration LONG = Duration.ofSeconds(10);

  private final DatabaseCalls calls = new DatabaseCalls();

  @Test
  void databaseThatIsNotCalledDoesNotHang() {
    assertThat(calls.standstill()).isZero();
    calls.begin();
    calls.end();
    assertThat(calls.standstill()).isZero();
  }

  @Test
  void databaseHangsWhileNoCallSucceeds() {
    calls.begin();
    calls.begin();
    assertThat(calls.standstill()).isLessThan(LONG);
    awaitStandstill();
    calls.succeed();
    calls.end();
    assertThat(calls.standstill()).isLessThan(LONG);
    awaitStandstill();
  }

  /** Otherwise each call that fails would be followed by a time in which others wait. */
  @Test
  void failureIsNoProgress() {
    calls.begin();
    awaitStandstill();
    calls.fail();
    calls.end();
    assertThat(calls.standstill()).isZero();
    calls.begin();
    assertThat(calls.standstill()).isGreaterThan(SHORT);
  }

  private void awaitStandstill() {
    await().until(() -> calls.standstill().compareTo(SHORT) > 0);
  }
}
