package diundashboard.platform.http;

import diundashboard.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Slows down who guesses: after some failures an address has to wait, twice as long after each
 * further one, up to a minute. Nobody elsewhere has to, whatever name was tried.
 */
@ApplicationScoped
public class FailureRateLimiter {

  private static final int FREE_FAILURES = 5;
  private static final int MAX_WAIT_SECONDS = 60;
  private static final Duration MEMORY = Duration.ofMinutes(15);
  private static final int MAX_ADDRESSES = 10_000;

  /** One who has IPv6 has that many of its bytes, and all addresses behind them. */
  private static final int NETWORK_BYTES = 8;

  private final InstantSource clock;

  private final Map<String, Failures> failures =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
          return size() > MAX_ADDRESSES;
        }
      };

  private final Set<String> trusted =
      Collections.newSetFromMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
              return size() > MAX_ADDRESSES;
            }
          });

  /**
   * @param guesses digests of the first ones, if they are told
   */
  private record Failures(int count, Instant last, List<String> guesses) {

    static final Failures NONE = new Failures(0, Instant.MIN, List.of());

    Failures and(Instant now, List<String> guess) {
      var known = last.plus(MEMORY).isBefore(now) ? NONE : this;
      if (!guess.isEmpty() && known.guesses.containsAll(guess)) return known;
      var guesses = Stream.concat(known.guesses.stream(), guess.stream()).limit(FREE_FAILURES);
      return new Failures(known.count + 1, now, guesses.toList());
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
   * Has an address wait that has failed too often.
   *
   * @param what is guessed, each for itself
   * @throws ProblemException 429, with the seconds to wait
   */
  public void check(String what, InetAddress address) {
    var wait = secondsToWait(what, address);
    if (wait > 0) {
      throw ProblemException.of(
          Status.TOO_MANY_REQUESTS,
          "There were too many failures from this address; try again in %d seconds."
              .formatted(wait),
          Map.of(HttpHeaders.RETRY_AFTER, String.valueOf(wait)));
    }
  }

  /** For how long; 0 or less for not at all. */
  synchronized long secondsToWait(String what, InetAddress address) {
    var known = failures.get(keyOf(what, address));
    if (known == null || trusted.contains(keyOf(what, address))) return 0;
    return Duration.between(clock.instant(), known.end()).plusMillis(999).toSeconds();
  }

  public void failed(String what, InetAddress address) {
    failed(what, address, List.of());
  }

  /**
   * Counts a wrong guess as a failure unless it was among the first ones: whoever repeats them has
   * made a mistake in their settings, and others at the same address are not to suffer for it.
   */
  public void failed(String what, InetAddress address, String guess) {
    failed(what, address, List.of(HexFormat.of().formatHex(Sha256.of(guess))));
  }

  private synchronized void failed(String what, InetAddress address, List<String> guess) {
    var now = clock.instant();
    failures.compute(
        keyOf(what, address),
        (key, known) -> (known == null ? Failures.NONE : known).and(now, guess));
  }

  /**
   * Never again has an address wait, for what nobody guesses anyway but would be missed: another
   * one there may be mistaken.
   */
  public synchronized void trust(String what, InetAddress address) {
    trusted.add(keyOf(what, address));
  }

  private static String keyOf(String what, InetAddress address) {
    var bytes = address.getAddress();
    var network = address instanceof Inet6Address ? Arrays.copyOf(bytes, NETWORK_BYTES) : bytes;
    return what + " " + HexFormat.of().formatHex(network);
  }
}
