package diundashboard.platform.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VersionedCacheTest {

  private final VersionedCache<String, String> cache = new VersionedCache<>(10, String::length);
  private final AtomicInteger computed = new AtomicInteger();

  @Test
  void computesAValueOncePerVersion() {
    assertThat(get("a", 1, "one")).isEqualTo("one");
    assertThat(get("a", 1, "other")).isEqualTo("one");
    assertThat(get("a", 2, "two!")).isEqualTo("two!");
    assertThat(get("a", 1, "old")).isEqualTo("old");
    assertThat(computed).hasValue(3);
  }

  @Test
  void theWeightIsLimited() {
    Stream.of("a", "b", "c").forEach(key -> get(key, 1, "1234"));
    assertThat(Stream.of("a", "b", "c").filter(key -> get(key, 1, "").equals("1234"))).hasSize(2);
  }

  @Test
  void doesNotKeepAValueHeavierThanTheLimit() {
    assertThat(get("a", 1, "12345678901")).isEqualTo("12345678901");
    assertThat(get("a", 1, "new")).isEqualTo("new");
  }

  @Test
  void throwsAFailureAndDoesNotKeepIt() {
    var failure = new IllegalArgumentException("no");
    assertThatThrownBy(
            () ->
                cache.get(
                    "a",
                    1,
                    () -> {
                      throw failure;
                    }))
        .isSameAs(failure);
    assertThat(get("a", 1, "yes")).isEqualTo("yes");
  }

  @Test
  void computesAValueOnceForAllWhoWait() throws Exception {
    var finish = new CountDownLatch(1);
    var threads = Executors.newFixedThreadPool(4);
    try {
      var first = threads.submit(() -> cache.get("a", 1, () -> valueAfter(finish)));
      await().until(() -> computed.get() == 1);
      var waiting = new ArrayList<Thread>();
      var others = new ArrayList<Future<String>>();
      for (var i = 0; i < 3; i++) {
        others.add(
            threads.submit(
                () -> {
                  add(waiting);
                  return get("a", 1, "other");
                }));
      }
      await().until(() -> blockedIn(waiting) == 3);
      finish.countDown();
      for (var other : others) assertThat(other.get()).isEqualTo("first");
      assertThat(first.get()).isEqualTo("first");
      assertThat(computed).hasValue(1);
    } finally {
      threads.shutdownNow();
    }
  }

  private static void add(List<Thread> threads) {
    synchronized (threads) {
      threads.add(Thread.currentThread());
    }
  }

  private static long blockedIn(List<Thread> threads) {
    synchronized (threads) {
      return threads.stream().filter(each -> each.getState() == Thread.State.BLOCKED).count();
    }
  }

  private String valueAfter(CountDownLatch finish) {
    computed.incrementAndGet();
    try {
      finish.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return "first";
  }

  private String get(String key, int version, String value) {
    return cache.get(
        key,
        version,
        () -> {
          computed.incrementAndGet();
          return value;
        });
  }
}
