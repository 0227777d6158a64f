package diundashboard.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.net.URI;
import java.util.Optional;

/**
 * A request as the OpenID Connect mechanism is to see it: at the address that people use, and with
 * parameters only where they are the protocol's, as the page and the API have a {@code state}, too.
 */
final class OidcRequest extends HttpServletRequestWrapper {

  private final Optional<URI> url;

  /**
   * @param url where people reach the application, if the settings tell
   */
  OidcRequest(HttpServletRequest request, Optional<URI> url) {
    super(request);
    this.url = url;
  }

  static boolean isAnswer(HttpServletRequest request) {
    return request.getServletPath().equals(OidcCallbackServlet.PATH);
  }

  @Override
  @SuppressWarnings("JdkObsolete") // the interface has it so
  public StringBuffer getRequestURL() {
    return url.map(outside -> new StringBuffer(outside + getServletPath().substring(1)))
        .orElseGet(super::getRequestURL);
  }

  @Override
  public String getParameter(String name) {
    return isAnswer(this) ? super.getParameter(name) : null;
  }
}
