package diundashboard.access.signin;

import diundashboard.platform.config.PasswordUser;
import diundashboard.platform.config.Settings;
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

/** Those who sign in with a password. */
@ApplicationScoped
public class PasswordAuthenticator {

  /** A hash takes a processor for a while, which others need too. */
  private static final int HASHES_AT_ONCE = 2;

  private static final int PATIENCE_SECONDS = 5;
  private static final int MAX_PASSWORD_LENGTH = 1000;

  private final Semaphore hashes = new Semaphore(HASHES_AT_ONCE);

  @Inject private Settings settings;
  @Inject private Pbkdf2PasswordHash hash;

  Optional<PasswordUser> find(String name) {
    return all().stream().filter(user -> user.name().equals(name)).findFirst();
  }

  static Caller callerOf(PasswordUser user) {
    return new Caller(user.name(), user.role());
  }

  /** Who has this name and password; that there is no such name takes as long to find out. */
  Optional<Caller> check(String name, String password) {
    if (password.length() > MAX_PASSWORD_LENGTH) return Optional.empty();
    var user = find(name);
    var isRight = verify(password, user.orElse(all().get(0)));
    return user.filter(found -> isRight).map(PasswordAuthenticator::callerOf);
  }

  private boolean verify(String password, PasswordUser user) {
    try {
      if (!hashes.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) throw busy();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw busy();
    }
    try {
      return hash.verify(password.toCharArray(), user.hash().value());
    } finally {
      hashes.release();
    }
  }

  private List<PasswordUser> all() {
    return settings.signIn().users();
  }

  private static RuntimeException busy() {
    return ProblemException.of(
        Status.SERVICE_UNAVAILABLE,
        "Too many sign in at once; try again in a while.",
        Map.of(HttpHeaders.RETRY_AFTER, String.valueOf(PATIENCE_SECONDS)));
  }
}
