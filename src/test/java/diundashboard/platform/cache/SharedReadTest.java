package diundashboard.platform.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SharedReadTest {

  private final AtomicInteger reads = new AtomicInteger();
  private final CountDownLatch finish = new CountDownLatch(1);
  private final List<Thread> threads = new ArrayList<>();

  @Test
  void eachCallReadsAnewIfNoneIsInProgress() {
    var read = new SharedRead<>(reads::incrementAndGet);
    assertThat(List.of(read.get(), read.get())).containsExactly(1, 2);
  }

  @Test
  void callersDuringAReadShareTheNextOne() throws Exception {
    var read = new SharedRead<>(this::readAfterFinish);
    var first = start(read);
    await().until(() -> reads.get() == 1);
    var others = List.of(start(read), start(read), start(read));
    await().until(() -> threads.stream().allMatch(each -> each.getState() == Thread.State.WAITING));
    finish.countDown();

    assertThat(first.get()).isEqualTo(1);
    for (var other : others) assertThat(other.get()).isEqualTo(2);
    assertThat(reads).hasValue(2);
  }

  @Test
  void throwsTheFailureOfTheReadAndReadsAgain() {
    var exception = new IllegalStateException("no");
    var error = new OutOfMemoryError("no");
    var read =
        new SharedRead<>(
            () -> {
              switch (reads.incrementAndGet()) {
                case 1 -> throw exception;
                case 2 -> throw error;
                default -> {}
              }
              return reads.get();
            });
    assertThatThrownBy(read::get).isSameAs(exception);
    assertThatThrownBy(read::get).isSameAs(error);
    assertThat(read.get()).isEqualTo(3);
  }

  @Test
  void callersDuringAFailedReadFailToo() throws Exception {
    var exception = new IllegalStateException("no");
    var read =
        new SharedRead<Integer>(
            () -> {
              readAfterFinish();
              throw exception;
            });
    var all = new ArrayList<>(List.of(start(read)));
    await().until(() -> reads.get() == 1);
    all.addAll(List.of(start(read), start(read), start(read)));
    await().until(() -> threads.stream().allMatch(each -> each.getState() == Thread.State.WAITING));
    finish.countDown();

    assertThat(all).allSatisfy(each -> assertThatThrownBy(each::get).hasCause(exception));
    assertThat(reads).hasValue(1);
  }

  private int readAfterFinish() {
    var number = reads.incrementAndGet();
    try {
      finish.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return number;
  }

  private FutureTask<Integer> start(SharedRead<Integer> read) {
    var task = new FutureTask<>(read::get);
    var thread = new Thread(task);
    threads.add(thread);
    thread.start();
    return task;
  }
}
