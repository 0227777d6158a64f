package diundashboard.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.platform.config.CidrRange;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class FailureRateLimiterTest {

  private static final InetAddress ADDRESS = address("192.0.2.1");

  private Instant now = Instant.parse("2026-11-22T12:00:00Z");
  private final FailureRateLimiter throttle = new FailureRateLimiter(() -> now);

  @Test
  void theWaitDoublesUpToAMinute() {
    var waits = new ArrayList<Long>();
    for (int i = 0; i < 13; i++) {
      throttle.failed("password", ADDRESS);
      waits.add(wait("password", ADDRESS));
    }
    assertThat(waits).containsExactly(0L, 0L, 0L, 0L, 1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L);
  }

  @Test
  void whoHasWaitedMayTryAgain() {
    fail(6, ADDRESS);
    now = now.plusMillis(1999);
    assertThat(wait("password", ADDRESS)).isEqualTo(1);
    now = now.plusMillis(1);
    assertThat(wait("password", ADDRESS)).isZero();
  }

  @Test
  void othersAndOtherThingsNeedNotWait() {
    fail(9, ADDRESS);
    assertThat(wait("password", address("192.0.2.2"))).isZero();
    assertThat(wait("webhook", ADDRESS)).isZero();
  }

  @Test
  void anIpv6NetworkIsOneAddress() {
    fail(9, address("2001:db8::1"));
    assertThat(wait("password", address("2001:db8::ffff:2"))).isPositive();
    assertThat(wait("password", address("2001:db8:0:1::1"))).isZero();
  }

  @Test
  void failuresAreForgotten() {
    fail(9, ADDRESS);
    now = now.plus(Duration.ofMinutes(16));
    throttle.failed("password", ADDRESS);
    assertThat(wait("password", ADDRESS)).isZero();
  }

  @Test
  void whoIsTrustedNeedNotWait() {
    throttle.trust("password", ADDRESS);
    fail(9, ADDRESS);
    assertThat(wait("password", ADDRESS)).isZero();
  }

  @Test
  void whoRepeatsAMistakeGuessesNothing() {
    for (int i = 0; i < 50; i++) throttle.failed("webhook", ADDRESS, "wrong " + i % 4);
    assertThat(wait("webhook", ADDRESS)).isZero();
    throttle.failed("webhook", ADDRESS, "another");
    assertThat(wait("webhook", ADDRESS)).isEqualTo(1);
  }

  /** Nobody can fill the memory with addresses, nor be forgotten by doing so at once. */
  @Test
  void onlySoManyAreRemembered() {
    fail(9, ADDRESS);
    for (int i = 0; i < 9_999; i++)
      throttle.failed("password", address("10.0." + i / 256 + "." + i % 256));
    assertThat(wait("password", ADDRESS)).isPositive();
    for (int i = 0; i < 10_000; i++)
      throttle.failed("password", address("10.1." + i / 256 + "." + i % 256));
    assertThat(wait("password", ADDRESS)).isZero();
  }

  private void fail(int times, InetAddress address) {
    for (int i = 0; i < times; i++) throttle.failed("password", address);
  }

  private long wait(String what, InetAddress address) {
    return Math.max(0, throttle.secondsToWait(what, address));
  }

  private static InetAddress address(String text) {
    return CidrRange.address(text).orElseThrow();
  }
}
