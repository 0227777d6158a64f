package diundashboard.platform.http;

import diundashboard.platform.problem.ProblemCode;
import diundashboard.platform.problem.ProblemException;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Rejects requests to host names of others, see {@link HostCheck}. The health endpoints are exempt.
 * The webhook and pings have their own check: Diun may use an internal name, and it is no browser.
 */
public class HostFilter implements Filter {

  private static final Set<String> HEALTH = Set.of("/api/v1/health/live", "/api/v1/health/ready");

  @Inject private HostCheck hosts;
  @Inject private PublicUrl url;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    doFilter((HttpServletRequest) request, (HttpServletResponse) response, chain);
  }

  private void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (isExempt(request) || !hosts.isForeign(request)) {
      chain.doFilter(request, response);
    } else if (request.getServletPath().startsWith("/api")) {
      ProblemResponses.send(response, notAllowed(url.of(request).toString()));
    } else {
      var link = url.of(request);
      PlainResponses.forbidden(
          request,
          response,
          "This host name is not allowed. Open %s (the setting DIUN_URL).".formatted(link),
          "Dieser Hostname ist nicht erlaubt. Öffne %s (Einstellung DIUN_URL).".formatted(link));
    }
  }

  private static boolean isExempt(HttpServletRequest request) {
    var path = request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
    return PathKind.of(request) == PathKind.DIUN || HEALTH.contains(path);
  }

  private static ProblemException notAllowed(String url) {
    return ProblemException.of(
        Status.FORBIDDEN,
        ProblemCode.HOST_NOT_ALLOWED,
        Map.of("url", url),
        "This host name is not allowed. Use %s (the setting DIUN_URL), an IP address, or a name without a dot. A reverse proxy must pass on the Host header."
            .formatted(url));
  }
}
