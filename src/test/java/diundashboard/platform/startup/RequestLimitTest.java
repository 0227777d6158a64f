package diundashboard.platform.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

class RequestLimitTest {

  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Duration SHORT = Duration.ofMillis(100);

  private Duration standstill = Duration.ZERO;

  @Test
  void requestsWithinTheLimitEnterEvenIfTheDatabaseHangs() throws Exception {
    var limit = limit(2, LONG);
    standstill = LONG;
    assertThat(limit.enter()).isTrue();
    assertThat(limit.enter()).isTrue();
  }

  @Test
  void furtherRequestEntersWhenAnotherLeaves() throws Exception {
    var limit = limit(1, LONG);
    limit.enter();
    var waiting = new FutureTask<>(limit::enter);
    var thread = new Thread(waiting);
    thread.start();
    await().until(() -> thread.getState() == Thread.State.TIMED_WAITING);
    limit.leave();
    assertThat(waiting.get()).isTrue();
  }

  @Test
  void requestThatWaitsTooLongIsRefused() throws Exception {
    var limit = limit(1, SHORT);
    limit.enter();
    assertThat(limit.enter()).isFalse();
  }

  @Test
  void furtherRequestIsRefusedWhileTheDatabaseHangs() throws Exception {
    var limit = limit(1, LONG);
    limit.enter();
    standstill = SHORT;
    assertThat(limit.enter()).isFalse();
    limit.leave();
    assertThat(limit.enter()).isTrue();
  }

  private RequestLimit limit(int requests, Duration maxWait) {
    return new RequestLimit(requests, maxWait, SHORT, () -> standstill);
  }
}
