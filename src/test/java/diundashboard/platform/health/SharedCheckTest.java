package diundashboard.platform.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SharedCheckTest {

  private SharedCheck check = new SharedCheck(Duration.ofMinutes(1));
  private final ExecutorService executor = Executors.newCachedThreadPool();
  private final AtomicInteger runs = new AtomicInteger();
  private final CountDownLatch answer = new CountDownLatch(1);

  @AfterEach
  void shutDown() {
    answer.countDown();
    executor.shutdown();
  }

  @Test
  void eachCallChecksAnewIfNoCheckIsRunning() throws Exception {
    answer.countDown();
    assertThat(result()).contains("run 1");
    assertThat(result()).contains("run 2");
  }

  @Test
  void callersDuringACheckShareItsResult() throws Exception {
    var first = executor.submit(this::result);
    await().until(() -> runs.get() == 1);
    var second = new FutureTask<>(this::result);
    var thread = new Thread(second);
    thread.start();
    await().until(() -> thread.getState() == Thread.State.TIMED_WAITING);
    answer.countDown();
    assertThat(first.get()).contains("run 1");
    assertThat(second.get()).contains("run 1");
  }

  @Test
  @Timeout(10)
  void callersAfterTheLimitDoNotWait() throws Exception {
    check = new SharedCheck(Duration.ofMillis(200));
    assertThatThrownBy(this::result).isInstanceOf(TimeoutException.class);
    for (var i = 0; i < 100; i++) {
      assertThatThrownBy(this::result).isInstanceOf(TimeoutException.class);
    }
    assertThat(runs).hasValue(1);
  }

  @Test
  void aCheckThatFailsIsRepeated() throws Exception {
    answer.countDown();
    assertThatThrownBy(
            () ->
                check.result(
                    () -> {
                      throw new IllegalStateException("no");
                    },
                    executor))
        .isInstanceOf(ExecutionException.class);
    assertThat(result()).contains("run 1");
  }

  private Optional<String> result()
      throws ExecutionException, InterruptedException, TimeoutException {
    return check.result(this::runAfterAnswer, executor);
  }

  private Optional<String> runAfterAnswer() throws InterruptedException {
    var run = runs.incrementAndGet();
    answer.await();
    return Optional.of("run " + run);
  }
}
