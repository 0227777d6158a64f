package diundashboard.platform.http;

import diundashboard.platform.config.CidrRange;
import diundashboard.platform.config.HttpSettings;
import diundashboard.platform.config.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a request looks from outside, which a reverse proxy may have to tell. What it tells counts
 * only if it comes from an address that the settings name, as anybody can send such headers.
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

  /** Where people reach the application, with a slash at its end, if the settings tell. */
  public Optional<URI> url() {
    return network.url();
  }

  /** Whether a request was handed on by a proxy that is believed. */
  public boolean isFromProxy(HttpServletRequest request) {
    return network.isProxy(peerOf(request));
  }

  /** Whether the client uses TLS. */
  public boolean isHttps(HttpServletRequest request) {
    return request.isSecure()
        || network.isHttps()
        || (isFromProxy(request) && "https".equals(request.getHeader("X-Forwarded-Proto")));
  }

  /** Where a request comes from: the last address that no believed proxy has. */
  public InetAddress addressOf(HttpServletRequest request) {
    var address = peerOf(request);
    for (var earlier : forwardedFor(request)) {
      var next = CidrRange.address(earlier.strip());
      if (!network.isProxy(address) || next.isEmpty()) return address;
      address = next.get();
    }
    return address;
  }

  /** The nearest first. */
  private static List<String> forwardedFor(HttpServletRequest request) {
    var addresses =
        Collections.list(request.getHeaders("X-Forwarded-For")).stream()
            .flatMap(header -> Stream.of(header.split(",")))
            .collect(java.util.stream.Collectors.toList());
    Collections.reverse(addresses);
    return addresses;
  }

  /** Servers tell addresses, no names. */
  private static InetAddress peerOf(HttpServletRequest request) {
    var zone = request.getRemoteAddr().indexOf('%');
    var address = zone < 0 ? request.getRemoteAddr() : request.getRemoteAddr().substring(0, zone);
    return CidrRange.address(address).orElseThrow();
  }
}
