package diundashboard.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.net.URI;
import java.util.Optional;

/**
 * A request as the server's OpenID Connect mechanism sees it: with its public URL, and with
 * parameters on the callback only. The page and the API also have a parameter {@code state}, which
 * the mechanism would take for the protocol's.
 */
final class OidcRequest extends HttpServletRequestWrapper {

  private final Optional<URI> url;

  /**
   * @param url public URL of the application with a trailing slash, if configured
   */
  OidcRequest(HttpServletRequest request, Optional<URI> url) {
    super(request);
    this.url = url;
  }

  static boolean isCallback(HttpServletRequest request) {
    return request.getServletPath().equals(OidcClientSettings.CALLBACK);
  }

  @Override
  @SuppressWarnings("JdkObsolete") // required by the interface
  public StringBuffer getRequestURL() {
    return url.map(base -> new StringBuffer(base + getServletPath().substring(1)))
        .orElseGet(super::getRequestURL);
  }

  @Override
  public String getParameter(String name) {
    return isCallback(this) ? super.getParameter(name) : null;
  }
}
