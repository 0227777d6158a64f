package diundashboard.access.signin;

import diundashboard.platform.config.Settings;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.SessionTrackingMode;
import jakarta.servlet.annotation.WebListener;
import java.util.Set;

/**
 * Configures the session cookie. Browsers send it with requests of the application's own pages and
 * when a user follows a link to the application, but not with other cross-site requests.
 */
@WebListener
public class SessionCookieListener implements ServletContextListener {

  private static final String NAME = "diun-session";

  @Inject private Settings settings;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    var context = event.getServletContext();
    context.setSessionTrackingModes(Set.of(SessionTrackingMode.COOKIE));
    var cookie = context.getSessionCookieConfig();
    cookie.setName(NAME);
    cookie.setHttpOnly(true);
    cookie.setAttribute("SameSite", "Lax");
    if (settings.network().isHttps()) { // otherwise some servers decide by the request
      cookie.setSecure(true);
      cookie.setName(prefix(context.getContextPath()) + NAME);
    }
  }

  /** Browsers accept cookies with these prefixes over TLS and from this host only. */
  private static String prefix(String contextPath) {
    return contextPath.isEmpty() ? "__Host-" : "__Secure-";
  }
}
