package diundashboard.access.signin;

import diundashboard.platform.config.AuthMode;
import diundashboard.platform.config.Settings;
import diundashboard.platform.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Who has signed in, in the server's HTTP sessions. */
@ApplicationScoped
public class SignInSessions {

  /** However often a session is used, it ends after this. */
  private static final Duration LIFETIME = Duration.ofDays(7);

  private static final String KEY = "diundashboard.session";

  @Inject private Settings settings;
  @Inject private PasswordAuthenticator users;

  /**
   * @param signOut where the provider's own session is ended; empty if there is none
   */
  private record Session(Caller caller, Instant since, String signOut) implements Serializable {}

  /**
   * Begins a session with an id that nobody knows yet, whatever was there before.
   *
   * @param signOut where the provider's own session is ended; empty if there is none
   */
  void begin(HttpServletRequest request, Caller caller, String signOut) {
    end(request);
    var session = request.getSession(true);
    session.setMaxInactiveInterval((int) settings.signIn().idle().toSeconds());
    session.setAttribute(KEY, new Session(caller, Instant.now(), signOut));
  }

  /** With passwords, somebody has what the settings say now, not what they said at sign-in. */
  Optional<Caller> callerOf(HttpServletRequest request) {
    var caller = find(request).map(Session::caller);
    return settings.signIn().auth() == AuthMode.BASIC
        ? caller
            .flatMap(signedIn -> users.find(signedIn.name()))
            .map(PasswordAuthenticator::callerOf)
        : caller;
  }

  /** Ends the session, and says where the provider's own is ended, if there is one. */
  Optional<String> end(HttpServletRequest request) {
    var signOut = find(request).map(Session::signOut).filter(address -> !address.isEmpty());
    var session = request.getSession(false);
    if (session != null) session.invalidate();
    return signOut;
  }

  private static Optional<Session> find(HttpServletRequest request) {
    var session = request.getSession(false);
    if (session == null || !(session.getAttribute(KEY) instanceof Session known)) {
      return Optional.empty();
    }
    return Optional.of(known).filter(each -> each.since().plus(LIFETIME).isAfter(Instant.now()));
  }
}
