package diundashboard.platform.http;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/**
 * Detects requests of other sites. Browsers send the origin of a request, and pages cannot change
 * it. Requests without it come from other clients.
 */
@Dependent
public class CrossSiteCheck {

  private static final Set<String> SAME_SITE = Set.of("same-origin", "none");

  @Inject private PublicUrl url;
  @Inject private HostCheck hosts;

  /**
   * Returns true if a browser reports that the request comes from another site. Older browsers, and
   * all browsers without TLS, send only {@code Origin}. A host name that an attacker may own is
   * another site, too.
   */
  public boolean isCrossSite(HttpServletRequest request) {
    var site = request.getHeader("Sec-Fetch-Site");
    var origin = request.getHeader("Origin");
    if (site == null && origin == null) return false;
    if (hosts.isForeign(request)) return true;
    return site == null ? !isSameOrigin(origin, request) : !SAME_SITE.contains(site);
  }

  private boolean isSameOrigin(String origin, HttpServletRequest request) {
    var start = origin.indexOf("://");
    if (start < 0) return false; // such as null, from a sandboxed page
    var authority = origin.substring(start + 3);
    return authority.equals(request.getHeader("Host"))
        || authority.equalsIgnoreCase(url.of(request).getRawAuthority());
  }
}
