package diundashboard.access;

import diundashboard.platform.database.DatabaseUnavailableException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * The hashes of all secrets of a kind that are valid, for responses that last long. They are at
 * most five seconds old: one query serves all responses.
 *
 * <p>Thread-safe.
 */
public final class ValidHashes {

  private static final Logger LOG = System.getLogger(ValidHashes.class.getName());

  private static final Duration MAX_AGE = Duration.ofSeconds(5);

  private final Function<Instant, Set<String>> query;
  private Set<String> hashes = Set.of();
  private Instant readAt = Instant.EPOCH;

  /**
   * @param query returns the hashes that are valid at a moment
   */
  public ValidHashes(Function<Instant, Set<String>> query) {
    this.query = query;
  }

  /**
   * Returns a check of whether a secret is still valid.
   *
   * @param hash of a secret that is valid now
   */
  public BooleanSupplier check(String hash) {
    var since = Instant.now();
    return () -> isValid(hash, since);
  }

  /** The secret may be newer than the last query. */
  private synchronized boolean isValid(String hash, Instant since) {
    refresh(Instant.now());
    return hashes.contains(hash) || readAt.isBefore(since);
  }

  /** While the database is unavailable, the hashes of the last query stay valid. */
  private void refresh(Instant now) {
    if (Duration.between(readAt, now).abs().compareTo(MAX_AGE) < 0) return;
    try {
      hashes = query.apply(now);
      readAt = now;
    } catch (DatabaseUnavailableException e) {
      LOG.log(Level.DEBUG, "Cannot read the valid hashes", e);
    }
  }
}
