package diundashboard.access.signin;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import diundashboard.platform.config.Settings;
import diundashboard.platform.config.TestSettings;
import diundashboard.platform.http.FailureRateLimiter;
import diundashboard.platform.problem.ProblemException;
import diundashboard.platform.security.Caller;
import diundashboard.platform.security.Role;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PasswordAuthenticatorTest {

  private static final String ADDRESS = "192.0.2.1";
  private static final int BURST = 80;

  private final SlowHash hash = new SlowHash();
  private Instant now = Instant.parse("2026-11-26T12:00:00Z");
  private final PasswordAuthenticator users =
      new PasswordAuthenticator(settings(), hash, new FailureRateLimiter(() -> now));

  /** All attempts of the burst pass the first check, and queue before the first has failed. */
  @Test
  void concurrentAttemptsCannotExceedTheLimit() {
    var results = new ConcurrentLinkedQueue<String>();
    var threads =
        IntStream.range(0, BURST)
            .mapToObj(i -> new Thread(() -> results.add(resultOf("guess " + i))))
            .toList();
    threads.forEach(Thread::start);
    await().until(() -> threads.stream().allMatch(PasswordAuthenticatorTest::isWaiting));
    hash.release.countDown();
    await().until(() -> results.size() == BURST);
    assertThat(hash.calls.get()).isEqualTo(5);
    assertThat(results.stream().collect(groupingBy(each -> each, counting())))
        .isEqualTo(Map.of("none", 5L, "429", BURST - 5L));
  }

  @Test
  void successfulAttemptsDoNotCount() {
    hash.release.countDown();
    for (int i = 0; i < 20; i++) assertThat(resultOf("right")).isEqualTo("anna");
    for (int i = 0; i < 4; i++) assertThat(resultOf("wrong")).isEqualTo("none");
    assertThat(resultOf("right")).isEqualTo("anna");
  }

  @Test
  void unknownNamesAndLongPasswordsCount() {
    hash.release.countDown();
    for (var name : List.of("eve", "anna", "")) {
      assertThat(users.authenticate(name, "wrong", ADDRESS)).isEmpty();
    }
    var all = new ArrayList<String>();
    for (int i = 0; i < 3; i++) all.add(resultOf("x".repeat(1001)));
    assertThat(all).containsExactly("none", "none", "429");
    now = now.plusSeconds(1);
    assertThat(users.authenticate("anna", "right", ADDRESS))
        .contains(new Caller("anna", Role.ADMIN));
  }

  private String resultOf(String password) {
    try {
      return users.authenticate("anna", password, ADDRESS).map(Caller::name).orElse("none");
    } catch (ProblemException e) {
      return String.valueOf(e.status().getStatusCode());
    }
  }

  private static boolean isWaiting(Thread thread) {
    var state = thread.getState();
    return state == Thread.State.WAITING || state == Thread.State.TIMED_WAITING;
  }

  private static Settings settings() {
    var users = "anna:admin:" + HashPasswordCommand.hash("right");
    return TestSettings.of(Map.of("DIUN_AUTH", "basic", "DIUN_USERS", users));
  }

  /** Accepts one password, and answers only when it is released. */
  private static final class SlowHash implements Pbkdf2PasswordHash {

    private final CountDownLatch release = new CountDownLatch(1);
    private final AtomicInteger calls = new AtomicInteger();

    @Override
    public String generate(char[] password) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean verify(char[] password, String hashedPassword) {
      calls.incrementAndGet();
      try {
        release.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return new String(password).equals("right");
    }
  }
}
