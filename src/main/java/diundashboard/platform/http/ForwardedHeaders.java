package diundashboard.platform.http;

import static java.util.stream.Collectors.joining;

import diundashboard.platform.config.CidrRange;
import diundashboard.platform.config.HttpSettings;
import diundashboard.platform.config.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Address, scheme and host of a request as the client sees them, from the headers of trusted
 * proxies, see {@link ProxyHeaders}. Headers of other peers are ignored, because any client can
 * send them. With several proxies, the values are those of the trusted proxy that is nearest to the
 * client.
 */
@ApplicationScoped
public class ForwardedHeaders {

  private static final String PATH = ForwardedHeaders.class.getName();

  private static final Pattern PORT = Pattern.compile(":\\d+$");
  private static final Pattern OTHER_PORT = Pattern.compile("(?!0*(?:80|443)$)\\d{1,5}");
  private static final Pattern NODE = Pattern.compile("(\\[[^\\]]*]|[\\d.]+):\\d+");
  private static final Pattern PREFIX = Pattern.compile("(?:/[\\w.~!$&'()*+,;=:@%-]+)+");

  private HttpSettings network;

  /** For the container's proxy. */
  protected ForwardedHeaders() {}

  @Inject
  ForwardedHeaders(Settings settings) {
    this(settings.network());
  }

  ForwardedHeaders(HttpSettings network) {
    this.network = network;
  }

  /** Returns true if the request was forwarded by a trusted proxy. */
  public boolean isFromProxy(HttpServletRequest request) {
    return pathOf(request).proxies() > 0;
  }

  /** Returns true if the client uses TLS. */
  public boolean isHttps(HttpServletRequest request) {
    var path = pathOf(request);
    return path.isSecure()
        || network.isHttps()
        || path.value(ProxyHeaders::schemes).filter("https"::equals).isPresent();
  }

  /** Returns the address of the client: the last one that is not a trusted proxy. */
  public InetAddress addressOf(HttpServletRequest request) {
    return pathOf(request).client();
  }

  /** Returns the host to which the client sent the request, with its port. Empty if unknown. */
  public Optional<String> hostOf(HttpServletRequest request) {
    var path = pathOf(request);
    return path.value(ProxyHeaders::hosts)
        .or(() -> Optional.ofNullable(request.getHeader(HttpHeaders.HOST)))
        .map(host -> withPort(host, path.value(ProxyHeaders::ports)));
  }

  /** The default ports say nothing: a proxy before this one may use TLS on another port. */
  private static String withPort(String host, Optional<String> port) {
    var isKnown = PORT.matcher(host).find();
    return port.filter(number -> !isKnown && OTHER_PORT.matcher(number).matches())
        .map(number -> host + ":" + number)
        .orElse(host);
  }

  /** Returns the path prefixes that trusted proxies removed, such as {@code /diun}, or empty. */
  public String prefixOf(HttpServletRequest request) {
    if (!isFromProxy(request)) return "";
    return ProxyHeaders.values(request, "X-Forwarded-Prefix").stream()
        .map(prefix -> prefix.replaceFirst("/$", ""))
        .filter(prefix -> PREFIX.matcher(prefix).matches())
        .collect(joining());
  }

  /**
   * The way of a request.
   *
   * @param client address of the client
   * @param isSecure true if the last connection uses TLS
   * @param proxies number of trusted proxies
   */
  private record RequestPath(
      InetAddress client, boolean isSecure, int proxies, ProxyHeaders headers) {

    /** Returns what the first trusted proxy reported. Proxies may set a value or append to it. */
    Optional<String> value(Function<ProxyHeaders, List<String>> header) {
      var values = header.apply(headers);
      return proxies == 0 || values.isEmpty()
          ? Optional.empty()
          : Optional.of(values.get(Math.max(0, values.size() - proxies)))
              .filter(value -> !value.isEmpty());
    }
  }

  /** Keeps the way of a request as received, before {@link ForwardedHeadersFilter} wraps it. */
  void keepPathOf(HttpServletRequest request) {
    request.setAttribute(PATH, pathOf(request));
  }

  private RequestPath pathOf(HttpServletRequest request) {
    if (request.getAttribute(PATH) instanceof RequestPath known) return known;
    var headers = ProxyHeaders.of(request);
    var address = peerOf(request);
    var proxies = 0;
    for (int i = headers.clients().size() - 1; network.isProxy(address); i--) {
      proxies++;
      var next = i < 0 ? Optional.<InetAddress>empty() : addressIn(headers.clients().get(i));
      if (next.isEmpty()) break;
      address = next.get();
    }
    return new RequestPath(address, request.isSecure(), proxies, headers);
  }

  /** Some proxies append the port of the client. */
  private static Optional<InetAddress> addressIn(String text) {
    var node = NODE.matcher(text);
    return CidrRange.address(node.matches() ? node.group(1) : text);
  }

  /** Returns the address of the connection, without the zone of link-local IPv6 addresses. */
  private static InetAddress peerOf(HttpServletRequest request) {
    var text = request.getRemoteAddr();
    var zone = text.indexOf('%');
    return CidrRange.address(zone < 0 ? text : text.substring(0, zone)).orElseThrow();
  }
}
