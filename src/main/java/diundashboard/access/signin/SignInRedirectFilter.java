package diundashboard.access.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import diundashboard.platform.database.DatabaseUnavailableException;
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
import java.util.Set;

/**
 * Sends who opens the page and is not known to where they sign in. Of what the page is made of,
 * nothing is secret.
 */
public class SignInRedirectFilter implements Filter {

  private static final Set<String> PAGES = Set.of("", "/", "/index.html");

  @Inject private StartupSequence migrations;
  @Inject private CallerResolver callers;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var asked = (HttpServletRequest) request;
    if (isForAnybody(asked)) {
      chain.doFilter(request, response);
    } else {
      signIn(asked, (HttpServletResponse) response);
    }
  }

  private boolean isForAnybody(HttpServletRequest request) {
    if (!PAGES.contains(request.getServletPath()) || migrations.fault().isPresent()) return true;
    try {
      return callers.callerOf(request).isPresent();
    } catch (DatabaseUnavailableException e) { // the page tells that nothing can be read
      return true;
    }
  }

  private void signIn(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    switch (callers.auth()) {
      case OIDC -> OidcCallbackServlet.begin(request, response);
      case PROXY -> refuse(response);
      default -> redirect(response, "sign-in.html", request.getQueryString());
    }
  }

  /** Relative, as a reverse proxy may have taken a part of the path away. */
  static void redirect(HttpServletResponse response, String path, String query) {
    response.setStatus(HttpServletResponse.SC_FOUND);
    response.setHeader("Location", query == null ? path : path + "?" + query);
  }

  private static void refuse(HttpServletResponse response) throws IOException {
    tell(
        response,
        "You cannot come in: the reverse proxy does not say who you are, or you have no role here.");
  }

  static void tell(HttpServletResponse response, String sentence) throws IOException {
    response.setStatus(HttpServletResponse.SC_FORBIDDEN);
    response.setContentType("text/plain;charset=utf-8");
    response.getOutputStream().write(sentence.getBytes(UTF_8));
  }
}
