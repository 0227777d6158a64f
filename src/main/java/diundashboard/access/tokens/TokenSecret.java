package diundashboard.access.tokens;

import diundashboard.platform.http.Sha256;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The secret of a token, which clients send. A plain hash of it is stored. That is sufficient,
 * because 256 random bits cannot be guessed.
 */
public final class TokenSecret {

  /** Identifies secrets in logs and commits, as secret scanners expect. */
  private static final String PREFIX = "diun_";

  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private TokenSecret() {}

  /**
   * Returns true if a text has the form of a secret. Other bearer tokens belong to other
   * applications: a reverse proxy may send those of its provider with every request.
   */
  public static boolean isSecret(String text) {
    return text.startsWith(PREFIX);
  }

  static String random() {
    var bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Returns the hash that is stored. */
  static String hashOf(String text) {
    return HexFormat.of().formatHex(Sha256.of(text));
  }
}
