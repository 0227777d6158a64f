package diundashboard.platform.startup;

import diundashboard.platform.database.Database;
import diundashboard.platform.database.DatabaseUnavailableException;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;

/**
 * Answers 503 while so many requests wait for the database that further ones would take the last
 * threads of the server. The health endpoints are exempt.
 */
public class RequestLimitFilter implements Filter {

  /** WildFly has 16 threads for each processor. */
  private static final int REQUESTS_PER_PROCESSOR = 12;

  /** Diun waits as long. */
  private static final Duration MAX_WAIT = Duration.ofSeconds(10);

  private static final Duration MAX_STANDSTILL = Duration.ofMillis(1500);

  @Inject private Database database;

  private final RequestLimit limit =
      new RequestLimit(
          REQUESTS_PER_PROCESSOR * Runtime.getRuntime().availableProcessors(),
          MAX_WAIT,
          MAX_STANDSTILL,
          () -> database.standstill());

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (ReadinessFilter.isExempt((HttpServletRequest) request)) {
      chain.doFilter(request, response);
    } else if (enter()) {
      try {
        chain.doFilter(request, response);
      } finally {
        limit.leave();
      }
    } else {
      ReadinessFilter.refuse(
          (HttpServletRequest) request,
          (HttpServletResponse) response,
          new DatabaseUnavailableException());
    }
  }

  private boolean enter() {
    try {
      return limit.enter();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
