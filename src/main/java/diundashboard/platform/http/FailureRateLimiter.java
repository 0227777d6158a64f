package diundashboard.platform.http;

import diundashboard.platform.cache.LruCache;
import diundashboard.platform.config.CidrRange;
import diundashboard.platform.problem.ProblemCode;
import diundashboard.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import java.net.Inet6Address;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Rate limiter for failed attempts, with exponential back-off per client address: five free
 * failures, then 1 s, doubling up to 60 s. Failures are counted per kind of credential and
 * forgotten after 15 minutes.
 */
@ApplicationScoped
public class FailureRateLimiter {

  private static final int FREE_FAILURES = 5;
  private static final int MAX_WAIT_SECONDS = 60;
  private static final Duration MEMORY = Duration.ofMinutes(15);
  private static final int MAX_ADDRESSES = 10_000;

  /** IPv6 clients are identified by their /64 prefix. */
  private static final int IPV6_PREFIX_BYTES = 8;

  private final InstantSource clock;
  private final LruCache<String, Failures> failures = new LruCache<>(MAX_ADDRESSES);
  private final LruCache<String, Boolean> trusted = new LruCache<>(MAX_ADDRESSES);

  /**
   * Failures of an address, including the attempts that have not ended.
   *
   * @param previous time of the failure before the last one
   * @param guesses hashes of the first wrong values, if they are known
   */
  private record Failures(int count, Instant last, Instant previous, List<String> guesses) {

    static final Failures NONE = new Failures(0, Instant.EPOCH, Instant.EPOCH, List.of());

    Failures and(Instant now, List<String> guess) {
      var known = last.plus(MEMORY).isBefore(now) ? NONE : this;
      if (!guess.isEmpty() && known.guesses.containsAll(guess)) return known;
      var all = Stream.concat(known.guesses.stream(), guess.stream()).limit(FREE_FAILURES);
      return new Failures(known.count + 1, now, known.last, all.toList());
    }

    Failures withoutLast() {
      return count == 0 ? this : new Failures(count - 1, previous, previous, guesses);
    }

    /**
     * Returns 0 or less if the address need not wait. Of concurrent attempts, one may be counted
     * after another that began later: its time is then before the last one.
     */
    long secondsToWait(Instant now) {
      if (count < FREE_FAILURES) return 0;
      return Duration.between(now, end()).plusMillis(999).toSeconds();
    }

    private Instant end() {
      var seconds = 1L << Math.min(count - FREE_FAILURES, 30);
      return last.plusSeconds(Math.min(seconds, MAX_WAIT_SECONDS));
    }
  }

  public FailureRateLimiter() {
    this(InstantSource.system());
  }

  public FailureRateLimiter(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Checks that an address may try again.
   *
   * @param credential kind of credential, each with its own limit
   * @param address IP address of the client
   * @throws ProblemException 429 with the seconds to wait in {@code Retry-After}
   */
  public void check(String credential, String address) {
    var wait = secondsToWait(credential, address);
    if (wait > 0) throw tooManyAttempts(wait);
  }

  /** Returns true if {@link #check} would reject the address. */
  public boolean mustWait(String credential, String address) {
    return secondsToWait(credential, address) > 0;
  }

  private static ProblemException tooManyAttempts(long wait) {
    return ProblemException.of(
        Status.TOO_MANY_REQUESTS,
        ProblemCode.TOO_MANY_ATTEMPTS,
        Map.of("seconds", wait),
        "Too many failed attempts from this address. Try again in %d seconds.".formatted(wait),
        Map.of(HttpHeaders.RETRY_AFTER, String.valueOf(wait)));
  }

  /** Returns how long an address must wait; 0 or less if it need not. */
  long secondsToWait(String credential, String address) {
    var key = keyOf(credential, address);
    if (trusted.get(key).isPresent()) return 0;
    return failures.get(key).orElse(Failures.NONE).secondsToWait(clock.instant());
  }

  /**
   * Begins an attempt: checks that the address may try, and counts a failure. Both are one step, so
   * that concurrent attempts cannot exceed the limit. Call {@link #succeeded} if it is none.
   *
   * @throws ProblemException 429 with the seconds to wait in {@code Retry-After}
   */
  public void begin(String credential, String address) {
    begin(credential, address, List.of());
  }

  /**
   * Begins an attempt. The value is not counted if it is among the first wrong ones of the address.
   * A client that repeats the same value is misconfigured, and other clients at its address must
   * not be blocked.
   *
   * @throws ProblemException 429 with the seconds to wait in {@code Retry-After}
   */
  public void begin(String credential, String address, String value) {
    begin(credential, address, List.of(Sha256.hex(value)));
  }

  private void begin(String credential, String address, List<String> guess) {
    var key = keyOf(credential, address);
    if (trusted.get(key).isPresent()) return;
    var now = clock.instant();
    failures.update(
        key,
        Failures.NONE,
        known -> {
          if (known.secondsToWait(now) > 0) throw tooManyAttempts(known.secondsToWait(now));
          return known.and(now, guess);
        });
  }

  /** Takes back the failure that {@link #begin(String, String)} counted. */
  public void succeeded(String credential, String address) {
    failures.update(keyOf(credential, address), Failures.NONE, Failures::withoutLast);
  }

  /**
   * Exempts an address from the limit. For clients that must not be blocked because another one at
   * their address is misconfigured, with a credential that cannot be guessed.
   */
  public void trust(String credential, String address) {
    trusted.put(keyOf(credential, address), true);
  }

  private static String keyOf(String credential, String address) {
    var parsed = CidrRange.address(address).orElseThrow();
    var bytes = parsed.getAddress();
    var network = parsed instanceof Inet6Address ? Arrays.copyOf(bytes, IPV6_PREFIX_BYTES) : bytes;
    return credential + " " + HexFormat.of().formatHex(network);
  }
}
