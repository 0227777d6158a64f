package diundashboard.platform.http;

import jakarta.ws.rs.core.EntityTag;
import java.util.HexFormat;

/** ETags of bodies, for conditional responses. */
final class ETags {

  private ETags() {}

  /** Returns the ETag of a body. It is weak, because the compressed response has the same. */
  static EntityTag of(byte[] body) {
    return ofHash(Sha256.of(body));
  }

  /** Returns the ETag of a body with this SHA-256 hash. */
  static EntityTag ofHash(byte[] hash) {
    return new EntityTag(HexFormat.of().formatHex(hash, 0, 16), true);
  }
}
