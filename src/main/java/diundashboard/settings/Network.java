package diundashboard.settings;

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
public record Network(
    Optional<URI> url, List<AddressRange> proxies, Set<String> corsOrigins, int streamsPerAddress) {

  static Network read(Reader reader, Auth auth) {
    var proxies = proxies(reader);
    if (auth == Auth.PROXY && proxies.isEmpty()) {
      reader.mistake(
          Setting.PROXY_ADDRESSES,
          "has to be the addresses of the proxies that tell who somebody is, such as 10.0.0.2,fd00::/64.");
    }
    return new Network(url(reader), proxies, corsOrigins(reader), streamsPerAddress(reader));
  }

  /** Whether what comes from there comes from a reverse proxy. */
  public boolean isProxy(InetAddress address) {
    return proxies.stream().anyMatch(range -> range.contains(address));
  }

  /** Whether people reach it by TLS, as far as the settings tell. */
  public boolean isHttps() {
    return url.filter(address -> address.getScheme().equals("https")).isPresent();
  }

  private static Optional<URI> url(Reader reader) {
    var text = reader.text(Setting.URL);
    if (text.isEmpty()) return Optional.empty();
    if (SignIn.isWebAddress(text) && !text.contains("?") && !text.contains("#")) {
      return Optional.of(URI.create(text.endsWith("/") ? text : text + "/"));
    }
    reader.mistake(
        Setting.URL,
        "is '" + text + "', but has to be the page's address, such as https://diun.example/.");
    return Optional.empty();
  }

  private static List<AddressRange> proxies(Reader reader) {
    var parts = Reader.parts(reader.text(Setting.PROXY_ADDRESSES));
    var ranges = parts.stream().flatMap(part -> AddressRange.of(part).stream()).toList();
    if (ranges.size() < parts.size()) {
      reader.mistake(
          Setting.PROXY_ADDRESSES,
          "has to be addresses or ranges of them, such as 10.0.0.2,fd00::/64.");
    }
    return ranges;
  }

  private static Set<String> corsOrigins(Reader reader) {
    var origins = Reader.parts(reader.text(Setting.CORS_ORIGINS));
    if (!origins.stream().allMatch(Network::isOrigin)) {
      reader.mistake(
          Setting.CORS_ORIGINS,
          "has to be origins as browsers send them, such as https://start.example, with commas between.");
    }
    return Set.copyOf(origins);
  }

  private static boolean isOrigin(String text) {
    return SignIn.isWebAddress(text) && text.indexOf('/', text.indexOf("//") + 2) < 0;
  }

  private static int streamsPerAddress(Reader reader) {
    var text = reader.text(Setting.EVENTS_PER_ADDRESS);
    if (text.matches("[1-9]\\d{0,5}")) return Integer.parseInt(text);
    reader.mistake(
        Setting.EVENTS_PER_ADDRESS, "is '" + text + "', but has to be a number from 1 to 999999.");
    return 1;
  }
}
