package diundashboard.access.signin;

import diundashboard.platform.config.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * The session cookie. Browsers send it with requests of the application's own pages and when a user
 * follows a link to the application, but not with other cross-site requests. They delete it when
 * they are closed.
 */
@ApplicationScoped
public class SessionCookie {

  private static final String NAME = "diun-session";

  @Inject private Settings settings;

  Optional<String> valueIn(HttpServletRequest request) {
    var name = name(request);
    return Arrays.stream(Objects.requireNonNullElse(request.getCookies(), new Cookie[0]))
        .filter(cookie -> cookie.getName().equals(name))
        .map(Cookie::getValue)
        .findFirst();
  }

  void set(HttpServletRequest request, HttpServletResponse response, String value) {
    response.addCookie(cookie(request, value));
  }

  void delete(HttpServletRequest request, HttpServletResponse response) {
    var cookie = cookie(request, "");
    cookie.setMaxAge(0);
    response.addCookie(cookie);
  }

  private Cookie cookie(HttpServletRequest request, String value) {
    var path = request.getContextPath();
    var cookie = new Cookie(name(request), value);
    cookie.setPath(path.isEmpty() ? "/" : path);
    cookie.setHttpOnly(true);
    cookie.setSecure(isSecure());
    cookie.setAttribute("SameSite", "Lax");
    return cookie;
  }

  private String name(HttpServletRequest request) {
    return prefix(request.getContextPath()) + NAME;
  }

  /** Browsers accept cookies with these prefixes over TLS and from this host only. */
  String prefix(String contextPath) {
    if (!isSecure()) return "";
    return contextPath.isEmpty() ? "__Host-" : "__Secure-";
  }

  boolean isSecure() {
    return settings.network().isHttps();
  }
}
