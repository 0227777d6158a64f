package diundashboard.platform.http;

import static java.util.stream.Collectors.toList;

import diundashboard.platform.config.CidrRange;
import diundashboard.platform.config.HttpSettings;
import diundashboard.platform.config.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Client address and scheme of a request, from X-Forwarded-* headers of trusted proxies. Headers of
 * other peers are ignored, because any client can send them.
 */
@ApplicationScoped
public class ForwardedHeaders {

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

  /** Returns the public URL of the application with a trailing slash, if configured. */
  public Optional<URI> url() {
    return network.url();
  }

  /** Returns true if the request was forwarded by a trusted proxy. */
  public boolean isFromProxy(HttpServletRequest request) {
    return network.isProxy(peerOf(request));
  }

  /** Returns true if the client uses TLS. */
  public boolean isHttps(HttpServletRequest request) {
    return received(request).isSecure()
        || network.isHttps()
        || (isFromProxy(request) && "https".equals(request.getHeader("X-Forwarded-Proto")));
  }

  /** Returns the address of the client: the last one that is not a trusted proxy. */
  public InetAddress addressOf(HttpServletRequest request) {
    var address = peerOf(request);
    for (var earlier : forwardedFor(request)) {
      var next = CidrRange.address(earlier.strip());
      if (!network.isProxy(address) || next.isEmpty()) return address;
      address = next.get();
    }
    return address;
  }

  /** Returns the addresses of X-Forwarded-For, nearest first. */
  private static List<String> forwardedFor(HttpServletRequest request) {
    var addresses =
        Collections.list(request.getHeaders("X-Forwarded-For")).stream()
            .flatMap(header -> Stream.of(header.split(",")))
            .collect(toList());
    Collections.reverse(addresses);
    return addresses;
  }

  /** Returns the address of the connection, without the zone of link-local IPv6 addresses. */
  private static InetAddress peerOf(HttpServletRequest request) {
    var text = received(request).getRemoteAddr();
    var zone = text.indexOf('%');
    return CidrRange.address(zone < 0 ? text : text.substring(0, zone)).orElseThrow();
  }

  /** Returns the request as received, without the wrapper of {@link ForwardedHeadersFilter}. */
  private static ServletRequest received(ServletRequest request) {
    return request instanceof ServletRequestWrapper wrapper
        ? received(wrapper.getRequest())
        : request;
  }
}
