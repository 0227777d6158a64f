package diundashboard.access.signin;

import diundashboard.platform.http.ProblemResponses;
import diundashboard.platform.security.CurrentCaller;
import diundashboard.platform.startup.Readiness;
import diundashboard.platform.startup.ReadinessFilter;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Authenticates API requests. Authorization happens in resources and services. */
public class AuthenticationFilter implements Filter {

  @Inject private Readiness readiness;
  @Inject private CallerResolver callers;
  @Inject private CurrentCaller caller;
  @Inject private AnonymousAccessWarning warning;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    try {
      // Otherwise only requests for the health pass the filters.
      if (readiness.isReady()) authenticate((HttpServletRequest) request);
    } catch (RuntimeException e) { // such as DatabaseUnavailableException
      // The health is available while sessions and tokens cannot be read.
      if (!ReadinessFilter.isExempt((HttpServletRequest) request)) {
        ProblemResponses.send((HttpServletResponse) response, e);
        return;
      }
    }
    warning.check(callers.auth(), request.getLocalAddr());
    chain.doFilter(request, response);
  }

  private void authenticate(HttpServletRequest request) {
    callers.callerOf(request).ifPresent(found -> caller.set(found, callers.accessOf(request)));
  }
}
