package diundashboard.platform.http;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.HexFormat;
import java.util.Optional;

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

  /**
   * Returns the response to a request whose conditions are not met, such as 304. Conditions that
   * cannot be parsed are ignored: Jersey throws an exception.
   */
  static Optional<ResponseBuilder> unchanged(Request request, EntityTag tag) {
    try {
      return Optional.ofNullable(request.evaluatePreconditions(tag));
    } catch (ProcessingException e) {
      return Optional.empty();
    }
  }
}
