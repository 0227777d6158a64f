package diundashboard.access;

import diundashboard.platform.http.Sha256;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A secret that authenticates a client. A plain hash of it is stored. That is sufficient, because
 * 256 random bits cannot be guessed.
 */
public final class RandomSecret {

  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private RandomSecret() {}

  /** Returns a new secret: 43 letters, digits, hyphens and underscores. */
  public static String create() {
    var bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Returns the hash that is stored: 64 hexadecimal digits. */
  public static String hashOf(String secret) {
    return Sha256.hex(secret);
  }
}
