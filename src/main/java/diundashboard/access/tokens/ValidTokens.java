package diundashboard.access.tokens;

import diundashboard.platform.database.DatabaseUnavailableException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * The tokens that exist and have not expired, for responses that last long. They are at most five
 * seconds old: one query serves all responses.
 *
 * <p>Thread-safe.
 */
@ApplicationScoped
public class ValidTokens {

  private static final Logger LOG = System.getLogger(ValidTokens.class.getName());

  private static final Duration MAX_AGE = Duration.ofSeconds(5);

  private TokenDao tokens;
  private Set<String> hashes = Set.of();
  private Instant readAt = Instant.EPOCH;

  /** For the container's proxy. */
  protected ValidTokens() {}

  @Inject
  ValidTokens(TokenDao tokens) {
    this.tokens = tokens;
  }

  /**
   * Returns a check of whether a token is still valid.
   *
   * @param secret of a token that is valid now
   */
  public BooleanSupplier check(String secret) {
    var hash = TokenSecret.hashOf(secret);
    var since = Instant.now();
    return () -> isValid(hash, since);
  }

  /** The token may be newer than the last query. */
  private synchronized boolean isValid(String hash, Instant since) {
    refresh(Instant.now());
    return hashes.contains(hash) || readAt.isBefore(since);
  }

  /** While the database is unavailable, the tokens of the last query stay valid. */
  private void refresh(Instant now) {
    if (Duration.between(readAt, now).abs().compareTo(MAX_AGE) < 0) return;
    try {
      hashes = tokens.validHashes(now);
      readAt = now;
    } catch (DatabaseUnavailableException e) {
      LOG.log(Level.DEBUG, "Cannot read the tokens", e);
    }
  }
}
