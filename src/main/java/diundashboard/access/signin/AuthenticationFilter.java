package diundashboard.access.signin;

import diundashboard.platform.http.ProblemResponses;
import diundashboard.platform.security.CurrentCaller;
import diundashboard.platform.startup.StartupSequence;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Finds out who calls the API, and refuses nobody: that is for whoever needs a role. */
public class AuthenticationFilter implements Filter {

  @Inject private StartupSequence migrations;
  @Inject private CallerResolver callers;
  @Inject private CurrentCaller caller;
  @Inject private AnonymousAccessWarning openDoor;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    try {
      if (migrations.fault().isEmpty()) {
        callers.callerOf((HttpServletRequest) request).ifPresent(caller::set);
        openDoor.pass(callers.auth(), request.getLocalAddr());
      }
    } catch (RuntimeException e) {
      ProblemResponses.send((HttpServletResponse) response, e);
      return;
    }
    chain.doFilter(request, response);
  }
}
