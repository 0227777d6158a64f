package diundashboard.platform.config;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is around the application.
 *
 * @param url where people reach it, with a slash at its end, if that is known
 * @param proxies the addresses of reverse proxies, whose headers are believed
 * @param corsOrigins pages of other sites that may read
 * @param streamsPerAddress how many streams of events one address may have
 */
public record HttpSettings(
    Optional<URI> url, List<CidrRange> proxies, Set<String> corsOrigins, int streamsPerAddress) {

  static HttpSettings read(ConfigReader reader, AuthMode auth) {
    var proxies = proxies(reader);
    if (auth == AuthMode.PROXY && proxies.isEmpty()) {
      reader.mistake(
          Setting.PROXY_ADDRESSES,
          "has to be the addresses of the proxies that tell who somebody is, such as 10.0.0.2,fd00::/64.");
    }
    return new HttpSettings(url(reader), proxies, corsOrigins(reader), streamsPerAddress(reader));
  }

  /** Whether what comes from there comes from a reverse proxy. */
  public boolean isProxy(InetAddress address) {
    return proxies.stream().anyMatch(range -> range.contains(address));
  }

  /** Whether people reach it by TLS, as far as the settings tell. */
  public boolean isHttps() {
    return url.filter(address -> address.getScheme().equals("https")).isPresent();
  }

  private static Optional<URI> url(ConfigReader reader) {
    var text = reader.text(Setting.URL);
    if (text.isEmpty()) return Optional.empty();
    if (AuthSettings.isWebAddress(text) && !text.contains("?") && !text.contains("#")) {
      return Optional.of(URI.create(text.endsWith("/") ? text : text + "/"));
    }
    reader.mistake(
        Setting.URL,
        "is '" + text + "', but has to be the page's address, such as https://diun.example/.");
    return Optional.empty();
  }

  private static List<CidrRange> proxies(ConfigReader reader) {
    var parts = ConfigReader.parts(reader.text(Setting.PROXY_ADDRESSES));
    var ranges = parts.stream().flatMap(part -> CidrRange.of(part).stream()).toList();
    if (ranges.size() < parts.size()) {
      reader.mistake(
          Setting.PROXY_ADDRESSES,
          "has to be addresses or ranges of them, such as 10.0.0.2,fd00::/64.");
    }
    return ranges;
  }

  private static Set<String> corsOrigins(ConfigReader reader) {
    var origins = ConfigReader.parts(reader.text(Setting.CORS_ORIGINS));
    if (!origins.stream().allMatch(HttpSettings::isOrigin)) {
      reader.mistake(
          Setting.CORS_ORIGINS,
          "has to be origins as browsers send them, such as https://start.example, with commas between.");
    }
    return Set.copyOf(origins);
  }

  private static boolean isOrigin(String text) {
    return AuthSettings.isWebAddress(text) && text.indexOf('/', text.indexOf("//") + 2) < 0;
  }

  private static int streamsPerAddress(ConfigReader reader) {
    var text = reader.text(Setting.EVENTS_PER_ADDRESS);
    if (text.matches("[1-9]\\d{0,5}")) return Integer.parseInt(text);
    reader.mistake(
        Setting.EVENTS_PER_ADDRESS, "is '" + text + "', but has to be a number from 1 to 999999.");
    return 1;
  }
}
