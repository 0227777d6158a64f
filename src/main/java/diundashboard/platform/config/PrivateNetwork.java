package diundashboard.platform.config;

import java.net.InetAddress;

/** The addresses of private networks and of this machine, to which http is allowed. */
public final class PrivateNetwork {

  private static final CidrRange UNIQUE_LOCAL = CidrRange.of("fc00::/7").orElseThrow();

  private PrivateNetwork() {}

  /** True for loopback, private, link-local and unique local addresses. */
  public static boolean contains(InetAddress address) {
    return address.isLoopbackAddress()
        || address.isSiteLocalAddress()
        || address.isLinkLocalAddress()
        || UNIQUE_LOCAL.contains(address);
  }
}
