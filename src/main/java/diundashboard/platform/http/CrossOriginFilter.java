package diundashboard.platform.http;

import diundashboard.platform.config.Settings;
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
import java.util.Set;

/** Blocks cross-site writes (CSRF) and adds CORS headers for configured origins. */
public class CrossOriginFilter implements Filter {

  private static final Set<String> READ_METHODS = Set.of("GET", "HEAD", "OPTIONS");

  @Inject private Settings settings;
  @Inject private CrossSiteCheck check;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    doFilter((HttpServletRequest) request, (HttpServletResponse) response, chain);
  }

  private void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!READ_METHODS.contains(request.getMethod()) && check.isCrossSite(request)) {
      ProblemResponses.send(
          response,
          ProblemException.of(
              Status.FORBIDDEN,
              ProblemCode.CROSS_SITE_REQUEST,
              "Cross-site request blocked. Other sites cannot change data."));
      return;
    }
    addCorsHeaders(request, response);
    if (isPreflight(request)) {
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    } else {
      chain.doFilter(request, response);
    }
  }

  private void addCorsHeaders(HttpServletRequest request, HttpServletResponse response) {
    var origins = settings.network().corsOrigins();
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
