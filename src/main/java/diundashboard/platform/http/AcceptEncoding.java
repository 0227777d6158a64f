package diundashboard.platform.http;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** The request header {@code Accept-Encoding} (RFC 9110, section 12.5.3). */
final class AcceptEncoding {

  private AcceptEncoding() {}

  /** Returns true if the header, which may be null, allows the encoding. */
  static boolean allows(String header, String encoding) {
    return weight(header, encoding) > 0;
  }

  /**
   * Returns the encoding with the highest weight, the first one of equal weights; or empty if the
   * header allows none, or prefers {@code identity}.
   */
  static Optional<String> best(String header, List<String> encodings) {
    var best =
        encodings.stream()
            .filter(each -> allows(header, each))
            .reduce((a, b) -> weight(header, b) > weight(header, a) ? b : a);
    var identity = listedWeight(header, "identity").orElse(0.0);
    return best.filter(each -> weight(header, each) >= identity);
  }

  private static double weight(String header, String encoding) {
    return listedWeight(header, encoding).or(() -> listedWeight(header, "*")).orElse(0.0);
  }

  private static Optional<Double> listedWeight(String header, String encoding) {
    return Arrays.stream(Objects.requireNonNullElse(header, "").split(","))
        .map(each -> each.split(";", 2))
        .filter(each -> each[0].strip().equalsIgnoreCase(encoding))
        .map(each -> each.length == 1 ? 1 : parsed(each[1]))
        .findFirst();
  }

  /** A malformed weight is 0. */
  private static double parsed(String parameter) {
    var weight = parameter.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
    return weight.matches("q=[01](\\.\\d{0,3})?") ? Double.parseDouble(weight.substring(2)) : 0;
  }
}
