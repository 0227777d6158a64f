package diundashboard.platform.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The addresses that begin alike, such as {@code 10.0.0.0/8}; without a length only one.
 *
 * @param bits how many count
 */
public record CidrRange(InetAddress first, int bits) {

  /** No name, which would be looked up. */
  private static final Pattern LITERAL =
      Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

  /** Reads one, if it is one. */
  public static Optional<CidrRange> of(String text) {
    var slash = text.indexOf('/');
    return address(slash < 0 ? text : text.substring(0, slash))
        .flatMap(first -> of(first, slash < 0 ? null : text.substring(slash + 1)));
  }

  private static Optional<CidrRange> of(InetAddress first, String length) {
    var all = first.getAddress().length * 8;
    if (length == null) return Optional.of(new CidrRange(first, all));
    if (!length.matches("\\d{1,3}") || Integer.parseInt(length) > all) return Optional.empty();
    return Optional.of(new CidrRange(first, Integer.parseInt(length)));
  }

  /** The address that a text is, if it is one; none is looked up. */
  public static Optional<InetAddress> address(String text) {
    var bare =
        text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
    if (!LITERAL.matcher(bare).matches()) return Optional.empty();
    try {
      return Optional.of(InetAddress.getByName(bare));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  public boolean contains(InetAddress address) {
    return address.getClass() == first.getClass()
        && Arrays.equals(prefixOf(address), prefixOf(first));
  }

  private byte[] prefixOf(InetAddress address) {
    var prefix = Arrays.copyOf(address.getAddress(), (bits + 7) / 8);
    if (bits % 8 != 0) prefix[bits / 8] &= (byte) (0xFF << (8 - bits % 8));
    return prefix;
  }
}
