package diundashboard.heartbeats;

import diundashboard.platform.http.Sha256;
import java.util.Locale;
import java.util.UUID;

/**
 * The UUID in the URL of a ping. A plain hash of it is stored. That is sufficient, because a random
 * UUID cannot be guessed.
 */
public final class HeartbeatSecret {

  private HeartbeatSecret() {}

  static String random() {
    return UUID.randomUUID().toString();
  }

  /** Returns the hash that is stored, ignoring case. */
  public static String hashOf(String uuid) {
    return Sha256.hex(uuid.toLowerCase(Locale.ROOT));
  }
}
