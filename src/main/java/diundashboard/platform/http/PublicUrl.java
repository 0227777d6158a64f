package diundashboard.platform.http;

import diundashboard.platform.config.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The URL of the application as clients see it: the setting {@code diun.url}, or otherwise what the
 * request and its trusted proxies report. No other class builds absolute URLs of the application.
 */
@ApplicationScoped
public class PublicUrl {

  /** A name or an address, IPv6 in brackets, with an optional port. */
  private static final Pattern AUTHORITY =
      Pattern.compile("(?:[A-Za-z0-9._~-]+|\\[[0-9A-Fa-f:.]+])(?::\\d{1,5})?");

  private Settings settings;
  private ForwardedHeaders forwarded;

  /** For the container's proxy. */
  protected PublicUrl() {}

  @Inject
  PublicUrl(Settings settings, ForwardedHeaders forwarded) {
    this.settings = settings;
    this.forwarded = forwarded;
  }

  /** Returns the configured URL with a trailing slash, for links that do not follow the request. */
  public Optional<URI> configured() {
    return settings.network().url();
  }

  /** Returns the URL of the application's root with a trailing slash. */
  public URI of(HttpServletRequest request) {
    return configured().orElseGet(() -> requested(request));
  }

  private URI requested(HttpServletRequest request) {
    var authority = forwarded.hostOf(request).filter(host -> AUTHORITY.matcher(host).matches());
    return URI.create(
        (forwarded.isHttps(request) ? "https://" : "http://")
            + authority.orElseGet(() -> localAuthority(request))
            + forwarded.prefixOf(request)
            + request.getContextPath()
            + "/");
  }

  /** HTTP/1.0 clients need not send a host. */
  private static String localAuthority(HttpServletRequest request) {
    var address = request.getLocalAddr().replaceFirst("%.*", "");
    var host = address.contains(":") ? "[" + address + "]" : address;
    return host + ":" + request.getLocalPort();
  }
}
