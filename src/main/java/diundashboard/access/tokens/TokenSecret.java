package diundashboard.access.tokens;

import diundashboard.platform.http.Sha256;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * What a client sends. It has 256 random bits, so that a plain hash suffices to keep it: nobody can
 * try them all.
 */
final class TokenSecret {

  /** So that who finds one in a log or a commit knows what it is. */
  private static final String PREFIX = "diun_";

  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private TokenSecret() {}

  static String random() {
    var bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** What is kept of a token. */
  static String hashOf(String text) {
    return HexFormat.of().formatHex(Sha256.of(text));
  }
}
