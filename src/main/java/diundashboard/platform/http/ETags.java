package diundashboard.platform.http;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
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
   * Returns the response 304 if the client has the current body. Conditions that cannot be parsed
   * are ignored: Jersey throws an exception.
   *
   * @throws ClientErrorException 412 if {@code If-Match} excludes the body
   */
  static Optional<Response> unchanged(Request request, EntityTag tag) {
    try {
      var response =
          Optional.ofNullable(request.evaluatePreconditions(tag))
              .map(each -> each.tag(tag).build());
      if (response.isPresent() && response.get().getStatus() != 304)
        throw new ClientErrorException(response.get().getStatus());
      return response;
    } catch (ProcessingException e) {
      return Optional.empty();
    }
  }
}
