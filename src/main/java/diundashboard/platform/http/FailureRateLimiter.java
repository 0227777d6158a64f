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
   * @param guesses hashes of the first wrong values, if they are known
   */
  private record Failures(int count, Instant last, List<String> guesses) {

    static final Failures NONE = new Failures(0, Instant.MIN, List.of());

    Failures and(Instant now, List<String> guess) {
      var known = last.plus(MEMORY).isBefore(now) ? NONE : this;
      if (!guess.isEmpty() && known.guesses.containsAll(guess)) return known;
      var all = Stream.concat(known.guesses.stream(), guess.stream()).limit(FREE_FAILURES);
      return new Failures(known.count + 1, now, all.toList());
    }

    Instant end() {
      if (count < FREE_FAILURES) return last;
      var seconds = 1L << Math.min(count - FREE_FAILURES, 30);
      return last.plusSeconds(Math.min(seconds, MAX_WAIT_SECONDS));
    }
  }

  public FailureRateLimiter() {
    this(InstantSource.system());
  }

  FailureRateLimiter(InstantSource clock) {
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
    if (wait > 0) {
      throw ProblemException.of(
          Status.TOO_MANY_REQUESTS,
          ProblemCode.TOO_MANY_ATTEMPTS,
          Map.of("seconds", wait),
          "Too many failed attempts from this address. Try again in %d seconds.".formatted(wait),
          Map.of(HttpHeaders.RETRY_AFTER, String.valueOf(wait)));
    }
  }

  /** Returns how long an address must wait; 0 or less if it need not. */
  long secondsToWait(String credential, String address) {
    var key = keyOf(credential, address);
    if (trusted.get(key).isPresent()) return 0;
    var end = failures.get(key).map(Failures::end);
    return end.map(time -> Duration.between(clock.instant(), time).plusMillis(999).toSeconds())
        .orElse(0L);
  }

  /** Counts a failure. */
  public void failed(String credential, String address) {
    failed(credential, address, List.of());
  }

  /**
   * Counts a failure, unless the wrong value is among the first ones of the address. A client that
   * repeats the same value is misconfigured, and other clients at its address must not be blocked.
   */
  public void failed(String credential, String address, String value) {
    failed(credential, address, List.of(HexFormat.of().formatHex(Sha256.of(value))));
  }

  private void failed(String credential, String address, List<String> guess) {
    var now = clock.instant();
    failures.update(keyOf(credential, address), Failures.NONE, known -> known.and(now, guess));
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
