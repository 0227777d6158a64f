package diundashboard.platform.config;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * HTTP settings.
 *
 * @param url public URL of the application with a trailing slash, if configured
 * @param proxies addresses of trusted reverse proxies
 * @param corsOrigins origins of other sites that may read
 * @param streamsPerAddress maximum number of event streams per client address
 */
public record HttpSettings(
    Optional<URI> url, List<CidrRange> proxies, Set<String> corsOrigins, int streamsPerAddress) {

  static HttpSettings read(ConfigReader reader, AuthMode auth) {
    var proxies = proxies(reader);
    if (auth == AuthMode.PROXY && proxies.isEmpty()) {
      reader.invalid(
          Setting.PROXY_ADDRESSES,
          "is required with DIUN_AUTH=proxy: the addresses of the reverse proxy, such as 10.0.0.2,fd00::/64.");
    }
    return new HttpSettings(url(reader), proxies, corsOrigins(reader), streamsPerAddress(reader));
  }

  /** Returns true if the address is that of a trusted reverse proxy. */
  public boolean isProxy(InetAddress address) {
    return proxies.stream().anyMatch(range -> range.contains(address));
  }

  /** Returns true if the public URL is configured and uses TLS. */
  public boolean isHttps() {
    return url.filter(address -> address.getScheme().equals("https")).isPresent();
  }

  private static Optional<URI> url(ConfigReader reader) {
    var text = reader.text(Setting.URL);
    if (text.isEmpty()) return Optional.empty();
    if (AuthSettings.isWebAddress(text) && !text.contains("?") && !text.contains("#")) {
      return Optional.of(URI.create(text.endsWith("/") ? text : text + "/"));
    }
    reader.invalid(
        Setting.URL,
        "must be the URL of the page, such as https://diun.example/ (is '%s').".formatted(text));
    return Optional.empty();
  }

  private static List<CidrRange> proxies(ConfigReader reader) {
    var parts = ConfigReader.parts(reader.text(Setting.PROXY_ADDRESSES));
    var ranges = parts.stream().flatMap(part -> CidrRange.of(part).stream()).toList();
    if (ranges.size() < parts.size()) {
      reader.invalid(
          Setting.PROXY_ADDRESSES,
          "must be a comma-separated list of addresses or CIDR ranges, such as 10.0.0.2,fd00::/64.");
    }
    return ranges;
  }

  private static Set<String> corsOrigins(ConfigReader reader) {
    var origins = ConfigReader.parts(reader.text(Setting.CORS_ORIGINS));
    if (!origins.stream().allMatch(HttpSettings::isOrigin)) {
      reader.invalid(
          Setting.CORS_ORIGINS,
          "must be a comma-separated list of origins, such as https://start.example.");
    }
    return Set.copyOf(origins);
  }

  private static boolean isOrigin(String text) {
    return AuthSettings.isWebAddress(text) && text.indexOf('/', text.indexOf("//") + 2) < 0;
  }

  private static int streamsPerAddress(ConfigReader reader) {
    var text = reader.text(Setting.EVENTS_PER_ADDRESS);
    if (text.matches("[1-9]\\d{0,5}")) return Integer.parseInt(text);
    reader.invalid(
        Setting.EVENTS_PER_ADDRESS,
        "must be an integer from 1 to 999999 (is '%s').".formatted(text));
    return 1;
  }
}
