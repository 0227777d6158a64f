package diundashboard.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.net.URI;

/**
 * A request as the server's OpenID Connect mechanism sees it: with its public URL, and with
 * parameters on the callback only. The page and the API also have a parameter {@code state}, which
 * the mechanism would take for the protocol's.
 */
final class OidcRequest extends HttpServletRequestWrapper {

  private final URI url;

  /**
   * @param url public URL of the application with a trailing slash
   */
  OidcRequest(HttpServletRequest request, URI url) {
    super(request);
    this.url = url;
  }

  static boolean isCallback(HttpServletRequest request) {
    return request.getServletPath().equals(OidcClientSettings.CALLBACK);
  }

  @Override
  @SuppressWarnings("JdkObsolete") // required by the interface
  public StringBuffer getRequestURL() {
    var path = getRequestURI().substring(getContextPath().length());
    return new StringBuffer(url + path.replaceFirst("^/", ""));
  }

  @Override
  public String getParameter(String name) {
    return isCallback(this) ? super.getParameter(name) : null;
  }
}
