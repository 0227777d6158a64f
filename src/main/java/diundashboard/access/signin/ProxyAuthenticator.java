package diundashboard.access.signin;

import diundashboard.platform.config.Settings;
import diundashboard.platform.http.ForwardedHeaders;
import diundashboard.platform.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Authenticates users by reverse proxy headers, accepted from trusted addresses only. */
@ApplicationScoped
public class ProxyAuthenticator {

  @Inject private Settings settings;
  @Inject private ForwardedHeaders forwarded;
  @Inject private GroupRoleMapper roles;

  Optional<Caller> callerOf(HttpServletRequest request) {
    if (!forwarded.isFromProxy(request)) return Optional.empty();
    var headers = settings.signIn().proxy();
    var users = Collections.list(request.getHeaders(headers.user()));
    if (users.size() != 1) return Optional.empty(); // one of several may be the client's
    return roles.callerOf(users.get(0).strip(), groupsOf(request, headers.groups()));
  }

  /** Most proxies separate groups by commas, Authentik by vertical bars. */
  private static List<String> groupsOf(HttpServletRequest request, String header) {
    return Collections.list(request.getHeaders(header)).stream()
        .flatMap(groups -> Stream.of(groups.split("[,|]")))
        .map(String::strip)
        .toList();
  }
}
