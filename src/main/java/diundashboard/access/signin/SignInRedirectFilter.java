package diundashboard.access.signin;

import diundashboard.platform.database.DatabaseUnavailableException;
import diundashboard.platform.http.PlainResponses;
import diundashboard.platform.startup.Readiness;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Redirects unauthenticated page requests to sign-in. Mapped to the page only, because static files
 * are public.
 */
public class SignInRedirectFilter implements Filter {

  @Inject private Readiness readiness;
  @Inject private CallerResolver callers;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (mayOpen((HttpServletRequest) request)) {
      chain.doFilter(request, response);
    } else {
      signIn((HttpServletRequest) request, (HttpServletResponse) response);
    }
  }

  /** Opens the page during failures too: it shows that the server is unavailable. */
  private boolean mayOpen(HttpServletRequest request) {
    try {
      return !readiness.isReady() || callers.callerOf(request).isPresent();
    } catch (DatabaseUnavailableException e) {
      return true;
    }
  }

  private void signIn(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    switch (callers.auth()) {
      case OIDC -> OidcCallbackServlet.redirectToProvider(request, response);
      case PROXY ->
          PlainResponses.forbidden(
              request,
              response,
              "Access denied: the reverse proxy sent no user name, or your groups have no role.",
              "Kein Zugriff: Der Reverse Proxy hat keinen Benutzernamen gesendet, oder Ihre Gruppen haben keine Rolle.");
      default -> PlainResponses.redirect(response, "sign-in.html", request.getQueryString());
    }
  }
}
