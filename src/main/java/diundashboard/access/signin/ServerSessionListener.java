package diundashboard.access.signin;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.SessionTrackingMode;
import jakarta.servlet.annotation.WebListener;
import java.util.Set;

/**
 * Configures the cookie of the server's sessions. Only sign-ins with OpenID Connect have such a
 * session, from the redirect to the provider until the callback.
 */
@WebListener
public class ServerSessionListener implements ServletContextListener {

  private static final String NAME = "diun-sign-in";

  @Inject private SessionCookie sessionCookie;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    var context = event.getServletContext();
    context.setSessionTrackingModes(Set.of(SessionTrackingMode.COOKIE));
    var cookie = context.getSessionCookieConfig();
    cookie.setName(sessionCookie.prefix(context.getContextPath()) + NAME);
    cookie.setHttpOnly(true);
    cookie.setAttribute("SameSite", "Lax");
    // Otherwise some servers decide by the request.
    if (sessionCookie.isSecure()) cookie.setSecure(true);
  }
}
