package diundashboard.signin;

import diundashboard.database.DatabaseException;
import diundashboard.database.Migrations;
import diundashboard.security.CurrentCaller;
import diundashboard.web.ServletProblem;
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
public class CallerFilter implements Filter {

  @Inject private Migrations migrations;
  @Inject private Callers callers;
  @Inject private CurrentCaller caller;
  @Inject private OpenDoor openDoor;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    try {
      if (migrations.fault().isEmpty()) {
        callers.callerOf((HttpServletRequest) request).ifPresent(caller::is);
        openDoor.pass(callers.auth(), request.getLocalAddr());
      }
    } catch (DatabaseException e) {
      ServletProblem.send((HttpServletResponse) response, e);
      return;
    }
    chain.doFilter(request, response);
  }
}
