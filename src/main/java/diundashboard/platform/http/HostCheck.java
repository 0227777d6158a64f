package diundashboard.platform.http;

import diundashboard.platform.config.AuthMode;
import diundashboard.platform.config.CidrRange;
import diundashboard.platform.config.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;

/**
 * Detects DNS rebinding: an attacker's host name that resolves to this server, so that browsers
 * take the attacker's page for one of the application. Sessions and tokens are not available to
 * such a page. Therefore the check applies without authentication only, and needs the setting
 * {@code diun.url}.
 *
 * <p>Addresses, and names without a dot, are allowed: no attacker on the Internet can own them.
 * Probes and containers use them.
 */
@ApplicationScoped
public class HostCheck {

  private Settings settings;
  private PublicUrl url;
  private ForwardedHeaders forwarded;

  /** For the container's proxy. */
  protected HostCheck() {}

  @Inject
  HostCheck(Settings settings, PublicUrl url, ForwardedHeaders forwarded) {
    this.settings = settings;
    this.url = url;
    this.forwarded = forwarded;
  }

  /** Returns true if an attacker may own the host name to which the request was sent. */
  public boolean isForeign(HttpServletRequest request) {
    if (settings.signIn().auth() != AuthMode.NONE || url.configured().isEmpty()) return false;
    var own = url.configured().map(URI::getHost).map(HostCheck::normalized).orElseThrow();
    return forwarded
        .hostOf(request)
        .map(host -> normalized(host.replaceFirst(":\\d*$", "")))
        .filter(name -> !name.equals(own) && name.contains("."))
        .filter(name -> CidrRange.address(name).isEmpty())
        .isPresent();
  }

  private static String normalized(String name) {
    return name.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
  }
}
