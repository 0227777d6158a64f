package diundashboard.channels.messages;

import diundashboard.platform.config.PrivateNetwork;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.stream.Stream;

/** Allows https, and http in private networks only, where nobody else reads secrets. */
final class DestinationAddress {

  private DestinationAddress() {}

  /**
   * Resolves the host of an http address. For https, a proxy may do so.
   *
   * @throws DeliveryException if its name is unknown or it is public
   */
  static void check(URI address) throws DeliveryException {
    if (address.getScheme().equalsIgnoreCase("https")) return;
    if (!Stream.of(resolve(address.getHost())).allMatch(PrivateNetwork::contains)) {
      throw DeliveryException.refused(
          address.getHost() + " is not in a private network. Use https.", null);
    }
  }

  private static InetAddress[] resolve(String host) throws DeliveryException {
    try {
      return InetAddress.getAllByName(host);
    } catch (UnknownHostException e) {
      throw unknown(host, e);
    }
  }

  static DeliveryException unknown(String host, Exception cause) {
    return DeliveryException.refused(
        "The name " + host + " cannot be resolved. Check it and the DNS.", cause);
  }
}
