package diundashboard.platform.http;

import diundashboard.platform.config.Settings;
import diundashboard.platform.problem.ProblemException;
import diundashboard.platform.startup.StartupSequence;
import jakarta.enterprise.inject.Instance;
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
import java.net.URI;
import java.util.Set;

/**
 * What pages of other sites may do: change nothing, and read only if the settings name their
 * origin. A browser tells where a request comes from and no page can keep it from that; whatever is
 * no browser tells nothing, and is let through.
 */
public class CrossOriginFilter implements Filter {

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> OURS = Set.of("same-origin", "none");

  @Inject private StartupSequence migrations;
  @Inject private Instance<Settings> settings;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var asked = (HttpServletRequest) request;
    var answer = (HttpServletResponse) response;
    if (migrations.fault().isPresent()) { // then nothing is done, and the settings may be wrong
      chain.doFilter(request, response);
    } else if (!READING.contains(asked.getMethod()) && isFromElsewhere(asked)) {
      ProblemResponses.send(
          answer,
          ProblemException.of(
              Status.FORBIDDEN, "This request comes from another site, which may change nothing."));
    } else {
      allowReading(asked, answer);
      if (isPreflight(asked)) {
        answer.setStatus(HttpServletResponse.SC_NO_CONTENT);
      } else {
        chain.doFilter(request, response);
      }
    }
  }

  /** Older browsers, and all of them without TLS, tell the origin only. */
  private boolean isFromElsewhere(HttpServletRequest request) {
    var site = request.getHeader("Sec-Fetch-Site");
    if (site != null) return !OURS.contains(site);
    var origin = request.getHeader("Origin");
    return origin != null && !isOurs(origin, request.getHeader("Host"));
  }

  private boolean isOurs(String origin, String host) {
    var start = origin.indexOf("://");
    if (start < 0) return false; // such as null, that of a page that hides its own
    var authority = origin.substring(start + 3);
    var url = settings.get().network().url().map(URI::getRawAuthority);
    return authority.equals(host) || url.filter(authority::equals).isPresent();
  }

  private void allowReading(HttpServletRequest request, HttpServletResponse response) {
    var origins = settings.get().network().corsOrigins();
    if (origins.isEmpty()) return;
    response.addHeader("Vary", "Origin");
    var origin = request.getHeader("Origin");
    if (origin == null || !origins.contains(origin)) return;
    response.setHeader("Access-Control-Allow-Origin", origin);
    response.setHeader("Access-Control-Allow-Methods", "GET, HEAD");
    response.setHeader(
        "Access-Control-Allow-Headers", "Authorization, If-None-Match, Last-Event-ID");
    response.setHeader("Access-Control-Expose-Headers", "ETag, Retry-After");
  }

  private static boolean isPreflight(HttpServletRequest request) {
    return request.getMethod().equals("OPTIONS")
        && request.getHeader("Access-Control-Request-Method") != null;
  }
}
