package diundashboard.access.signin;

import diundashboard.platform.config.AuthMode;
import diundashboard.platform.config.Settings;
import diundashboard.platform.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
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

  /** The container unbinds it when the HTTP session ends, by sign-out or its idle timeout. */
  private static final class Session implements Serializable, HttpSessionBindingListener {

    private static final long serialVersionUID = 1;

    private final Caller caller;
    private final Instant since;
    private final String signOutUrl;
    private volatile boolean hasEnded;

    Session(Caller caller, Instant since, String signOutUrl) {
      this.caller = caller;
      this.since = since;
      this.signOutUrl = signOutUrl;
    }

    @Override
    public void valueUnbound(HttpSessionBindingEvent event) {
      hasEnded = true;
    }

    boolean isValid() {
      return !hasEnded && since.plus(LIFETIME).isAfter(Instant.now());
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
    session.setAttribute(ATTRIBUTE, new Session(caller, Instant.now(), signOutUrl));
  }

  /** Returns the signed-in user. The role of a password user comes from the current settings. */
  Optional<Caller> callerOf(HttpServletRequest request) {
    var caller = find(request).map(found -> found.caller);
    return settings.signIn().auth() == AuthMode.BASIC
        ? caller.flatMap(signedIn -> users.find(signedIn.name()))
        : caller;
  }

  /** Returns a check of whether the session still exists, which does not count as its use. */
  BooleanSupplier accessOf(HttpServletRequest request) {
    return find(request).<BooleanSupplier>map(found -> found::isValid).orElse(() -> false);
  }

  /** Ends the session. Returns the URL that ends the provider's session, if there is one. */
  Optional<String> end(HttpServletRequest request) {
    var signOutUrl = find(request).map(found -> found.signOutUrl).filter(url -> !url.isEmpty());
    var session = request.getSession(false);
    if (session != null) session.invalidate();
    return signOutUrl;
  }

  private static Optional<Session> find(HttpServletRequest request) {
    var session = request.getSession(false);
    if (session == null || !(session.getAttribute(ATTRIBUTE) instanceof Session found)) {
      return Optional.empty();
    }
    return Optional.of(found).filter(Session::isValid);
  }
}
