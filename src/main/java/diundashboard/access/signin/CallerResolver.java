package diundashboard.access.signin;

import diundashboard.access.tokens.TokenSecret;
import diundashboard.access.tokens.TokenService;
import diundashboard.access.tokens.ValidTokens;
import diundashboard.platform.config.AuthMode;
import diundashboard.platform.config.Settings;
import diundashboard.platform.http.BasicPassword;
import diundashboard.platform.http.BearerToken;
import diundashboard.platform.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Determines the caller of a request. */
@ApplicationScoped
public class CallerResolver {

  /**
   * Many feed readers send a name and a password only. The password is the token. Browsers send it
   * with later requests too, so nothing else takes it.
   */
  private static final String FEED = "/api/v1/feed.atom";

  @Inject private Settings settings;
  @Inject private TokenService tokens;
  @Inject private ValidTokens validTokens;
  @Inject private SignInSessions sessions;
  @Inject private ProxyAuthenticator proxy;

  AuthMode auth() {
    return settings.signIn().auth();
  }

  /**
   * Returns the authenticated caller. An API token takes precedence over a session and over the
   * headers of a proxy, even if it is invalid. Bearer tokens of other applications are ignored.
   */
  Optional<Caller> callerOf(HttpServletRequest request) {
    if (auth() == AuthMode.NONE) return Optional.of(Caller.ANONYMOUS_ADMIN);
    var token = tokenOf(request);
    if (token.isPresent()) return tokens.authenticate(token.get());
    return auth() == AuthMode.PROXY ? proxy.callerOf(request) : sessions.callerOf(request);
  }

  /**
   * Returns a check of whether the caller of a request still has access. A proxy does not tell when
   * a session of its own ends.
   */
  BooleanSupplier accessOf(HttpServletRequest request) {
    if (auth() == AuthMode.NONE) return () -> true;
    var token = tokenOf(request);
    if (token.isPresent()) return validTokens.check(token.get());
    return auth() == AuthMode.PROXY ? () -> true : sessions.accessOf(request);
  }

  private static Optional<String> tokenOf(HttpServletRequest request) {
    var authorization = request.getHeader("Authorization");
    return BearerToken.of(authorization)
        .or(() -> isFeed(request) ? BasicPassword.of(authorization) : Optional.empty())
        .map(String::strip)
        .filter(TokenSecret::isSecret);
  }

  private static boolean isFeed(HttpServletRequest request) {
    var path = request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
    return path.equals(FEED) && Set.of("GET", "HEAD").contains(request.getMethod());
  }
}
