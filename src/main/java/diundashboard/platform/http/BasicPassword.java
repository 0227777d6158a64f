package diundashboard.platform.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Optional;

/** The password in a header {@code Authorization: Basic <name and password>} (RFC 7617). */
public final class BasicPassword {

  private static final String PREFIX = "Basic ";

  private BasicPassword() {}

  /**
   * Returns the password, empty for other schemes and malformed values. The scheme is
   * case-insensitive.
   *
   * @param authorization value of the header, or null
   */
  public static Optional<String> of(String authorization) {
    var isBasic =
        authorization != null && authorization.regionMatches(true, 0, PREFIX, 0, PREFIX.length());
    return isBasic
        ? passwordIn(authorization.substring(PREFIX.length()).strip())
        : Optional.empty();
  }

  private static Optional<String> passwordIn(String encoded) {
    try {
      var pair = new String(Base64.getDecoder().decode(encoded), UTF_8).split(":", 2);
      return pair.length == 2 ? Optional.of(pair[1]) : Optional.empty();
    } catch (IllegalArgumentException e) { // not Base64
      return Optional.empty();
    }
  }
}
