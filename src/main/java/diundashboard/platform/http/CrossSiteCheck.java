package diundashboard.platform.http;

import diundashboard.platform.config.Settings;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Set;

/**
 * Detects requests of other sites. Browsers send the origin of a request, and pages cannot change
 * it. Requests without it come from other clients.
 */
@Dependent
public class CrossSiteCheck {

  private static final Set<String> SAME_SITE = Set.of("same-origin", "none");

  @Inject private Settings settings;

  /**
   * Returns true if a browser reports that the request comes from another site. Older browsers, and
   * all browsers without TLS, send only {@code Origin}.
   */
  public boolean isCrossSite(HttpServletRequest request) {
    var site = request.getHeader("Sec-Fetch-Site");
    if (site != null) return !SAME_SITE.contains(site);
    var origin = request.getHeader("Origin");
    return origin != null && !isSameOrigin(origin, request.getHeader("Host"));
  }

  private boolean isSameOrigin(String origin, String host) {
    var start = origin.indexOf("://");
    if (start < 0) return false; // such as null, from a sandboxed page
    var authority = origin.substring(start + 3);
    var url = settings.network().url().map(URI::getRawAuthority);
    return authority.equals(host) || url.filter(authority::equals).isPresent();
  }
}
