package diundashboard.access.signin;

import diundashboard.platform.config.AuthMode;
import diundashboard.platform.config.Settings;
import diundashboard.platform.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Sessions of signed-in users, stored in the server's HTTP sessions. */
@ApplicationScoped
public class SignInSessions {

  /** Maximum duration of a session, regardless of its use. */
  private static final Duration LIFETIME = Duration.ofDays(7);

  private static final String ATTRIBUTE = "diundashboard.session";

  @Inject private Settings settings;
  @Inject private PasswordAuthenticator users;

  /**
   * The user of a session. Servers of a cluster send it to each other.
   *
   * @param passwordVersion see {@link PasswordAuthenticator#passwordVersion}; empty if the user has
   *     no password
   * @param signOutUrl URL that ends the provider's session, or empty
   */
  record SignIn(Caller caller, Instant since, String passwordVersion, String signOutUrl)
      implements Serializable {

    boolean isValid() {
      return since.plus(LIFETIME).isAfter(Instant.now());
    }
  }

  /**
   * Begins a session with a new id and ends the previous one, which prevents session fixation.
   *
   * @param signOutUrl URL that ends the provider's session, or empty
   */
  void begin(HttpServletRequest request, Caller caller, String signOutUrl) {
    end(request);
    var session = request.getSession(true);
    session.setMaxInactiveInterval((int) settings.signIn().idle().toSeconds());
    var password = users.passwordVersion(caller.name()).orElse("");
    session.setAttribute(ATTRIBUTE, new SignIn(caller, Instant.now(), password, signOutUrl));
  }

  /**
   * Returns the signed-in user. The role of a password user comes from the current settings. A
   * session outlasts the restart of one server of a cluster, but not a change of the password.
   */
  Optional<Caller> callerOf(HttpServletRequest request) {
    var signIn = find(request);
    return settings.signIn().auth() == AuthMode.BASIC
        ? signIn.filter(this::hasCurrentPassword).flatMap(found -> users.find(found.caller.name()))
        : signIn.map(SignIn::caller);
  }

  private boolean hasCurrentPassword(SignIn signIn) {
    return users
        .passwordVersion(signIn.caller.name())
        .filter(signIn.passwordVersion::equals)
        .isPresent();
  }

  /**
   * Returns a check of whether the session still exists, which does not count as its use. It asks
   * the server, because the session may end on another server of the cluster.
   */
  BooleanSupplier accessOf(HttpServletRequest request) {
    var session = request.getSession(false);
    return find(request)
        .<BooleanSupplier>map(found -> () -> found.isValid() && exists(session))
        .orElse(() -> false);
  }

  private static boolean exists(HttpSession session) {
    try {
      return session.getCreationTime() > 0;
    } catch (IllegalStateException e) { // the only way in which the API says that it has ended
      return false;
    }
  }

  /** Ends the session. Returns the URL that ends the provider's session, if there is one. */
  Optional<String> end(HttpServletRequest request) {
    var signOutUrl = find(request).map(SignIn::signOutUrl).filter(url -> !url.isEmpty());
    var session = request.getSession(false);
    if (session != null) session.invalidate();
    return signOutUrl;
  }

  private static Optional<SignIn> find(HttpServletRequest request) {
    var session = request.getSession(false);
    if (session == null || !(session.getAttribute(ATTRIBUTE) instanceof SignIn found)) {
      return Optional.empty();
    }
    return Optional.of(found).filter(SignIn::isValid);
  }
}
