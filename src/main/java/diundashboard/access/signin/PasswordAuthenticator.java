package diundashboard.access.signin;

import diundashboard.platform.config.PasswordUser;
import diundashboard.platform.config.Settings;
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

  private static final int MAX_WAIT_SECONDS = 5;
  private static final int MAX_PASSWORD_LENGTH = 1000;

  private final Semaphore hashes = new Semaphore(MAX_CONCURRENT_HASHES);

  @Inject private Settings settings;
  @Inject private Pbkdf2PasswordHash hash;

  /**
   * Returns the user with this name and password. Unknown names take as long as wrong passwords.
   *
   * @throws ProblemException 503 if too many sign-ins are in progress
   */
  Optional<Caller> authenticate(String name, String password) {
    if (password.length() > MAX_PASSWORD_LENGTH) return Optional.empty();
    var user = userNamed(name);
    var isValid = verify(password, user.orElse(users().get(0)));
    return user.filter(found -> isValid).map(PasswordAuthenticator::callerOf);
  }

  /** Returns a user of the settings. */
  Optional<Caller> find(String name) {
    return userNamed(name).map(PasswordAuthenticator::callerOf);
  }

  private boolean verify(String password, PasswordUser user) {
    try {
      if (!hashes.tryAcquire(MAX_WAIT_SECONDS, TimeUnit.SECONDS)) throw tooManySignIns();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw tooManySignIns();
    }
    try {
      return hash.verify(password.toCharArray(), user.hash().value());
    } finally {
      hashes.release();
    }
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
