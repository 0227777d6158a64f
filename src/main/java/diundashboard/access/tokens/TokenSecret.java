package diundashboard.access.tokens;

import diundashboard.access.RandomSecret;

/** The secret of a token, which clients send. */
public final class TokenSecret {

  /** Identifies secrets in logs and commits, as secret scanners expect. */
  private static final String PREFIX = "diun_";

  private TokenSecret() {}

  /**
   * Returns true if a text has the form of a secret. Other bearer tokens belong to other
   * applications: a reverse proxy may send those of its provider with every request.
   */
  public static boolean isSecret(String text) {
    return text.startsWith(PREFIX);
  }

  static String random() {
    return PREFIX + RandomSecret.create();
  }

  /** Returns the hash that is stored. */
  static String hashOf(String text) {
    return RandomSecret.hashOf(text);
  }
}
