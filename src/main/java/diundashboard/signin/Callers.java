package diundashboard.signin;

import diundashboard.security.Caller;
import diundashboard.settings.Auth;
import diundashboard.settings.Settings;
import diundashboard.tokens.TokenService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Recognises who calls. */
@ApplicationScoped
public class Callers {

  private static final String BEARER = "Bearer ";

  @Inject private Settings settings;
  @Inject private TokenService tokens;
  @Inject private Sessions sessions;
  @Inject private ProxyUsers proxyUsers;

  Auth auth() {
    return settings.signIn().auth();
  }

  /** Who calls, if that is somebody known. Who sends a token is nobody else. */
  Optional<Caller> callerOf(HttpServletRequest request) {
    if (auth() == Auth.NONE) return Optional.of(Caller.UNKNOWN);
    var authorization = request.getHeader("Authorization");
    if (authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return tokens.recognise(authorization.substring(BEARER.length()).strip());
    }
    return auth() == Auth.PROXY ? proxyUsers.callerOf(request) : sessions.callerOf(request);
  }
}
