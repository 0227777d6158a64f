package diundashboard.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class FailureRateLimiterTest {

  private static final String ADDRESS = "192.0.2.1";

  private Instant now = Instant.parse("2026-11-22T12:00:00Z");
  private final FailureRateLimiter limiter = new FailureRateLimiter(() -> now);

  @Test
  void theWaitDoublesUpToAMinute() {
    var waits = new ArrayList<Long>();
    for (int i = 0; i < 13; i++) {
      fail(1, ADDRESS);
      waits.add(wait("password", ADDRESS));
    }
    assertThat(waits).containsExactly(0L, 0L, 0L, 0L, 1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L);
  }

  @Test
  void aFreeAttemptThatIsCountedAfterALaterOneNeedNotWait() {
    limiter.begin("webhook", ADDRESS, "secret");
    now = now.minusMillis(5);
    limiter.begin("webhook", ADDRESS, "secret");
    assertThat(wait("webhook", ADDRESS)).isZero();
  }

  @Test
  void afterTheWaitTheAddressMayTryAgain() {
    fail(6, ADDRESS);
    now = now.plusMillis(1999);
    assertThat(wait("password", ADDRESS)).isEqualTo(1);
    now = now.plusMillis(1);
    assertThat(wait("password", ADDRESS)).isZero();
  }

  @Test
  void otherAddressesAndCredentialsAreNotLimited() {
    fail(9, ADDRESS);
    assertThat(wait("password", "192.0.2.2")).isZero();
    assertThat(wait("webhook", ADDRESS)).isZero();
  }

  @Test
  void anIpv6NetworkIsOneAddress() {
    fail(9, "2001:db8::1");
    assertThat(wait("password", "2001:db8::ffff:2")).isPositive();
    assertThat(wait("password", "2001:db8:0:1::1")).isZero();
  }

  @Test
  void failuresExpire() {
    fail(9, ADDRESS);
    now = now.plus(Duration.ofMinutes(16));
    fail(1, ADDRESS);
    assertThat(wait("password", ADDRESS)).isZero();
  }

  @Test
  void anAttemptDuringTheWaitIsRejectedAndNotCounted() {
    fail(5, ADDRESS);
    assertThatThrownBy(() -> limiter.begin("password", ADDRESS))
        .hasMessage("Too many failed attempts from this address. Try again in 1 seconds.");
    assertThat(wait("password", ADDRESS)).isEqualTo(1);
  }

  /** Otherwise a user who signs in often would be locked out, or could reset the limit. */
  @Test
  void successesNeitherCountNorReset() {
    for (int i = 0; i < 50; i++) succeed();
    fail(4, ADDRESS);
    succeed();
    assertThat(wait("password", ADDRESS)).isZero();
    fail(2, ADDRESS);
    now = now.plusSeconds(2);
    succeed();
    assertThat(wait("password", ADDRESS)).isZero();
    fail(1, ADDRESS);
    assertThat(wait("password", ADDRESS)).isEqualTo(4);
  }

  @Test
  void concurrentAttemptsCountBeforeTheyEnd() {
    for (int i = 0; i < 5; i++) limiter.begin("password", ADDRESS);
    assertThat(wait("password", ADDRESS)).isEqualTo(1);
    for (int i = 0; i < 5; i++) limiter.succeeded("password", ADDRESS);
    limiter.succeeded("password", "192.0.2.9");
    assertThat(wait("password", ADDRESS)).isZero();
    fail(4, ADDRESS);
    assertThat(wait("password", ADDRESS)).isZero();
  }

  @Test
  void trustedAddressesAreNotLimited() {
    limiter.trust("password", ADDRESS);
    fail(9, ADDRESS);
    assertThat(wait("password", ADDRESS)).isZero();
  }

  @Test
  void repeatedValuesCountOnce() {
    for (int i = 0; i < 50; i++) limiter.begin("webhook", ADDRESS, "wrong " + i % 4);
    assertThat(wait("webhook", ADDRESS)).isZero();
    limiter.begin("webhook", ADDRESS, "another");
    assertThat(wait("webhook", ADDRESS)).isEqualTo(1);
  }

  /** Limits the memory, and keeps the addresses that were used last. */
  @Test
  void remembersALimitedNumberOfAddresses() {
    fail(9, ADDRESS);
    for (int i = 0; i < 9_999; i++) limiter.begin("password", "10.0." + i / 256 + "." + i % 256);
    assertThat(wait("password", ADDRESS)).isPositive();
    for (int i = 0; i < 10_000; i++) limiter.begin("password", "10.1." + i / 256 + "." + i % 256);
    assertThat(wait("password", ADDRESS)).isZero();
  }

  /** Fails as soon as the address may try. */
  private void fail(int times, String address) {
    for (int i = 0; i < times; i++) {
      now = now.plusSeconds(wait("password", address));
      limiter.begin("password", address);
    }
  }

  private void succeed() {
    limiter.begin("password", ADDRESS);
    limiter.succeeded("password", ADDRESS);
  }

  private long wait(String credential, String address) {
    return Math.max(0, limiter.secondsToWait(credential, address));
  }
}
