package diundashboard.channels.messages;

import diundashboard.platform.config.CidrRange;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.stream.Stream;

/** Allows https, and http in private networks only, where nobody else reads secrets. */
final class DestinationAddress {

  /** RFC 4193, which {@link InetAddress#isSiteLocalAddress} does not know. */
  private static final CidrRange UNIQUE_LOCAL = CidrRange.of("fc00::/7").orElseThrow();

  private DestinationAddress() {}

  /**
   * Resolves the host of an address.
   *
   * @throws DeliveryException if its name is unknown, or if it is public and the scheme is http
   */
  static void check(URI address) throws DeliveryException {
    var isAllowed = Stream.of(resolve(address.getHost())).allMatch(DestinationAddress::isPrivate);
    if (!isAllowed && !address.getScheme().equalsIgnoreCase("https")) {
      throw DeliveryException.refused(
          address.getHost() + " is not in a private network. Use https.", null);
    }
  }

  private static InetAddress[] resolve(String host) throws DeliveryException {
    try {
      return InetAddress.getAllByName(host);
    } catch (UnknownHostException e) {
      throw DeliveryException.refused(
          "The name " + host + " cannot be resolved. Check it and the DNS.", e);
    }
  }

  static boolean isPrivate(InetAddress address) {
    return address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || UNIQUE_LOCAL.contains(address);
  }
}
