package diundashboard.access.signin;

import diundashboard.platform.config.PasswordUser;
import diundashboard.platform.config.Settings;
import diundashboard.platform.http.FailureRateLimiter;
import diundashboard.platform.problem.ProblemCode;
import diundashboard.platform.problem.ProblemException;
import diundashboard.platform.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Authenticates users by name and password. */
@ApplicationScoped
public class PasswordAuthenticator {

  /** Limits the processors that hashing takes from other requests. */
  private static final int MAX_CONCURRENT_HASHES = 2;

  /** The rate limit of passwords. */
  private static final String PASSWORD = "password";

  private static final int MAX_WAIT_SECONDS = 5;
  private static final int MAX_PASSWORD_LENGTH = 1000;

  private final Semaphore hashes = new Semaphore(MAX_CONCURRENT_HASHES);

  private Settings settings;
  private Pbkdf2PasswordHash hash;
  private FailureRateLimiter limiter;

  /** For the container's proxy. */
  protected PasswordAuthenticator() {}

  @Inject
  PasswordAuthenticator(Settings settings, Pbkdf2PasswordHash hash, FailureRateLimiter limiter) {
    this.settings = settings;
    this.hash = hash;
    this.limiter = limiter;
  }

  /**
   * Returns the user with this name and password. Unknown names take as long as wrong passwords.
   *
   * @param address IP address of the client
   * @throws ProblemException 429 after too many failures of the address; 503 if too many sign-ins
   *     are in progress
   */
  Optional<Caller> authenticate(String name, String password, String address) {
    limiter.check(PASSWORD, address); // addresses that must wait do not queue
    acquireHash();
    try {
      limiter.begin(PASSWORD, address); // others may have failed in the meantime
      var user = userNamed(name);
      var isValid = verify(password, user.orElse(users().get(0)));
      var caller = user.filter(found -> isValid).map(PasswordAuthenticator::callerOf);
      if (caller.isPresent()) limiter.succeeded(PASSWORD, address);
      return caller;
    } finally {
      hashes.release();
    }
  }

  private void acquireHash() {
    try {
      if (!hashes.tryAcquire(MAX_WAIT_SECONDS, TimeUnit.SECONDS)) throw tooManySignIns();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw tooManySignIns();
    }
  }

  private boolean verify(String password, PasswordUser user) {
    return password.length() <= MAX_PASSWORD_LENGTH
        && hash.verify(password.toCharArray(), user.hash().value());
  }

  /** Returns a user of the settings. */
  Optional<Caller> find(String name) {
    return userNamed(name).map(PasswordAuthenticator::callerOf);
  }

  private Optional<PasswordUser> userNamed(String name) {
    return users().stream().filter(user -> user.name().equals(name)).findFirst();
  }

  private List<PasswordUser> users() {
    return settings.signIn().users();
  }

  private static Caller callerOf(PasswordUser user) {
    return new Caller(user.name(), user.role());
  }

  private static ProblemException tooManySignIns() {
    return ProblemException.of(
        Status.SERVICE_UNAVAILABLE,
        ProblemCode.TOO_MANY_SIGN_INS,
        Map.of("seconds", MAX_WAIT_SECONDS),
        "Too many concurrent sign-ins. Try again in a few seconds.",
        Map.of(HttpHeaders.RETRY_AFTER, String.valueOf(MAX_WAIT_SECONDS)));
  }
}
