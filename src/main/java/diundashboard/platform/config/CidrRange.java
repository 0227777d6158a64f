package diundashboard.platform.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A range of IP addresses in CIDR notation, such as {@code 10.0.0.0/8}. Without a prefix length it
 * is a single address.
 *
 * @param first any address of the range
 * @param bits length of the prefix, 0 to 32 or 128
 */
public record CidrRange(InetAddress first, int bits) {

  /** Host names do not match, because {@link InetAddress} would resolve them. */
  private static final Pattern LITERAL =
      Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

  /** Parses a range. Empty if the text is not one. */
  public static Optional<CidrRange> of(String text) {
    var slash = text.indexOf('/');
    return address(slash < 0 ? text : text.substring(0, slash))
        .flatMap(first -> of(first, slash < 0 ? null : text.substring(slash + 1)));
  }

  private static Optional<CidrRange> of(InetAddress first, String length) {
    var max = first.getAddress().length * 8;
    if (length == null) return Optional.of(new CidrRange(first, max));
    if (!length.matches("\\d{1,3}") || Integer.parseInt(length) > max) return Optional.empty();
    return Optional.of(new CidrRange(first, Integer.parseInt(length)));
  }

  /** Parses an IP address, IPv6 also in brackets. Empty if the text is not one. */
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
