package diundashboard.platform.http;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Supplier;

/** Conditional responses: adds an ETag and answers 304 when it matches. */
public final class ETags {

  private static final String START = UUID.randomUUID().toString();

  private ETags() {}

  /** Answers with a body that is already complete. */
  public static Response answer(Request request, byte[] body) {
    var tag = tagOf(Sha256.of(body));
    var unchanged = request.evaluatePreconditions(tag);
    return unchanged == null ? Response.ok(body).tag(tag).build() : unchanged.tag(tag).build();
  }

  /**
   * Answers with an entity that is created only if the ETag does not match.
   *
   * @param version identifies the entity until the server restarts
   */
  public static Response answer(Request request, String version, Supplier<?> entity) {
    var tag = tagOf(Sha256.of(START + version));
    var unchanged = request.evaluatePreconditions(tag);
    return unchanged == null
        ? Response.ok(entity.get()).tag(tag).build()
        : unchanged.tag(tag).build();
  }

  /** A weak ETag, because the compressed response has the same. */
  private static EntityTag tagOf(byte[] hash) {
    return new EntityTag(HexFormat.of().formatHex(hash, 0, 16), true);
  }
}
