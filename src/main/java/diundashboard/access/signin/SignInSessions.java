package diundashboard.access.signin;

import diundashboard.access.RandomSecret;
import diundashboard.access.ValidHashes;
import diundashboard.platform.config.AuthMode;
import diundashboard.platform.config.Settings;
import diundashboard.platform.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Sessions of signed-in users. The database has them, so they outlast restarts, and all servers
 * with this database know them.
 */
@ApplicationScoped
public class SignInSessions {

  private Settings settings;
  private SettingsVersions versions;
  private PasswordAuthenticator users;
  private SessionService sessions;
  private SessionCookie cookie;
  private ValidHashes valid;

  /** For the container's proxy. */
  protected SignInSessions() {}

  @Inject
  SignInSessions(
      Settings settings,
      SettingsVersions versions,
      PasswordAuthenticator users,
      SessionService sessions,
      SessionCookie cookie) {
    this.settings = settings;
    this.versions = versions;
    this.users = users;
    this.sessions = sessions;
    this.cookie = cookie;
    valid = new ValidHashes(sessions::validHashes);
  }

  /**
   * Begins a session with a new secret and ends the previous one, which prevents session fixation.
   *
   * @param signOutUrl URL that ends the provider's session, or empty
   */
  void begin(
      HttpServletRequest request, HttpServletResponse response, Caller caller, String signOutUrl) {
    cookie.valueIn(request).ifPresent(sessions::end);
    var version = versions.of(caller.name()).orElseThrow();
    var secret = sessions.begin(new SignIn(caller, version, signOutUrl, Instant.now()));
    cookie.set(request, response, secret);
  }

  /** Returns the signed-in user. The role of a password user comes from the current settings. */
  Optional<Caller> callerOf(HttpServletRequest request) {
    var caller =
        cookie
            .valueIn(request)
            .flatMap(sessions::find)
            .filter(this::hasCurrentSettings)
            .map(SignIn::caller);
    return isBasic() ? caller.flatMap(user -> users.find(user.name())) : caller;
  }

  private boolean hasCurrentSettings(SignIn signIn) {
    return versions.of(signIn.caller().name()).filter(signIn.settingsVersion()::equals).isPresent();
  }

  private boolean isBasic() {
    return settings.signIn().auth() == AuthMode.BASIC;
  }

  /**
   * Returns a check of whether the session still exists, which does not count as its use.
   *
   * @param request of a signed-in user
   */
  BooleanSupplier accessOf(HttpServletRequest request) {
    return cookie.valueIn(request).map(RandomSecret::hashOf).map(valid::check).orElse(() -> false);
  }

  /** Ends the session. Returns the URL that ends the provider's session; empty without one. */
  Optional<String> end(HttpServletRequest request, HttpServletResponse response) {
    cookie.delete(request, response);
    return cookie.valueIn(request).flatMap(sessions::end);
  }
}
