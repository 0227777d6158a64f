package diundashboard.access.signin;

import diundashboard.access.RandomSecret;
import diundashboard.platform.config.Settings;
import diundashboard.platform.database.DatabaseUnavailableException;
import diundashboard.platform.security.Public;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Begins, finds and ends sessions. Their secrets are the values of session cookies. */
@Stateless
@Public("callers have no role before they are authenticated")
public class SessionService {

  private static final Logger LOG = System.getLogger(SessionService.class.getName());

  @Inject private Settings settings;
  @Inject private SessionDao sessions;

  /** Begins a session. Returns its secret. */
  public String begin(SignIn signIn) {
    var secret = RandomSecret.create();
    sessions.create(RandomSecret.hashOf(secret), signIn);
    return secret;
  }

  /** Returns the session, and records its use. Empty if it has ended. */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public Optional<SignIn> find(String secret) {
    var hash = RandomSecret.hashOf(secret);
    var now = Instant.now();
    var found = sessions.find(hash, now, idle());
    found.ifPresent(signIn -> recordUse(hash, signIn, now));
    return found;
  }

  /** Users can read while the database cannot be written. */
  private void recordUse(String hash, SignIn signIn, Instant now) {
    try {
      sessions.recordUse(hash, signIn, now);
    } catch (DatabaseUnavailableException e) {
      LOG.log(Level.DEBUG, "Cannot record the use of a session", e);
    }
  }

  /** Returns the hashes of all sessions that have not ended. */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public Set<String> validHashes(Instant now) {
    return sessions.validHashes(now, idle());
  }

  private Duration idle() {
    return settings.signIn().idle();
  }

  /** Ends a session. Returns the URL that ends the provider's session; empty without one. */
  public Optional<String> end(String secret) {
    return sessions.delete(RandomSecret.hashOf(secret));
  }
}
