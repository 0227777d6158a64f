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

/** Those of whom a reverse proxy tells in headers, which count from its address only. */
@ApplicationScoped
public class ProxyAuthenticator {

  @Inject private Settings settings;
  @Inject private ForwardedHeaders surroundings;
  @Inject private GroupRoleMapper roles;

  Optional<Caller> callerOf(HttpServletRequest request) {
    if (!surroundings.isFromProxy(request)) return Optional.empty();
    var headers = settings.signIn().proxy();
    var users = Collections.list(request.getHeaders(headers.user()));
    if (users.size() != 1) return Optional.empty(); // of two, one may be the client's own
    return roles.callerOf(users.get(0).strip(), groupsOf(request, headers.groups()));
  }

  /** Commas are usual between groups, Authentik has bars. */
  private static List<String> groupsOf(HttpServletRequest request, String header) {
    return Collections.list(request.getHeaders(header)).stream()
        .flatMap(groups -> Stream.of(groups.split("[,|]")))
        .map(String::strip)
        .toList();
  }
}
