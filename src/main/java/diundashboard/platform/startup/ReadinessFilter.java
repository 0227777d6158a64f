package diundashboard.platform.startup;

import diundashboard.platform.http.ProblemResponses;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Answers 503 until the application is ready. The health endpoints are exempt. The filters and
 * resources after it can rely on valid settings and a migrated database.
 */
public class ReadinessFilter implements Filter {

  private static final String RETRY_AFTER_SECONDS = "10";

  /** What Diun sends to. */
  private static final Set<String> DIUN = Set.of("/webhook", "/ping");

  /** Exact paths, because with invalid settings no other request may pass. */
  private static final Set<String> HEALTH = Set.of("/api/v1/health/live", "/api/v1/health/ready");

  @Inject private Readiness readiness;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (readiness.isReady() || isExempt((HttpServletRequest) request)) {
      chain.doFilter(request, response);
    } else {
      refuse((HttpServletRequest) request, (HttpServletResponse) response, notReady());
    }
  }

  /** Returns true for requests for the health, which are answered during failures too. */
  public static boolean isExempt(HttpServletRequest request) {
    return isExempt(pathOf(request));
  }

  static boolean isExempt(String path) {
    return HEALTH.contains(path);
  }

  private static ProblemException notReady() {
    return ProblemException.of(
        Status.SERVICE_UNAVAILABLE,
        ProblemCode.NOT_READY,
        Map.of(),
        "DiunDashboard is not ready. See the server log or GET /api/v1/health/ready for the cause.",
        Map.of(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS));
  }

  /** Answers in the format of the path: text for the webhook and pings, JSON for the API. */
  static void refuse(
      HttpServletRequest request, HttpServletResponse response, ProblemException problem)
      throws IOException {
    if (DIUN.contains(request.getServletPath())) {
      ProblemResponses.sendText(response, problem);
    } else {
      ProblemResponses.send(response, problem);
    }
  }

  private static String pathOf(HttpServletRequest request) {
    return request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
  }
}
