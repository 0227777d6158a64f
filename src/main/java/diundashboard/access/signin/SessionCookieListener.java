package diundashboard.access.signin;

import diundashboard.platform.config.Settings;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.SessionTrackingMode;
import jakarta.servlet.annotation.WebListener;
import java.util.Set;

/**
 * What browsers may do with the cookie of a session: send it to us, on our requests and when
 * somebody follows a link to here, and nothing else.
 */
@WebListener
public class SessionCookieListener implements ServletContextListener {

  @Inject private Instance<Settings> settings;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    var context = event.getServletContext();
    context.setSessionTrackingModes(Set.of(SessionTrackingMode.COOKIE));
    var cookie = context.getSessionCookieConfig();
    cookie.setName("diun-session");
    cookie.setHttpOnly(true);
    cookie.setAttribute("SameSite", "Lax");
    if (isHttps()) { // else some servers look at the request
      cookie.setSecure(true);
      cookie.setName(prefix(context.getContextPath()) + "diun-session");
    }
  }

  /** Browsers take a cookie of such a name over TLS only, and from this host or path only. */
  private static String prefix(String contextPath) {
    return contextPath.isEmpty() ? "__Host-" : "__Secure-";
  }

  private boolean isHttps() {
    try {
      return settings.get().network().isHttps();
    } catch (RuntimeException e) { // a mistake in the settings, which is told elsewhere
      return false;
    }
  }
}
