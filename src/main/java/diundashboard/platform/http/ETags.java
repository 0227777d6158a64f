package diundashboard.platform.http;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.HexFormat;

/** Conditional responses: adds an ETag and answers 304 when it matches. */
public final class ETags {

  private ETags() {}

  /** Answers with a body that is already complete. */
  public static Response answer(Request request, byte[] body) {
    var tag = of(body);
    var unchanged = request.evaluatePreconditions(tag);
    return unchanged == null ? Response.ok(body).tag(tag).build() : unchanged.tag(tag).build();
  }

  /** Returns the ETag of a body. It is weak, because the compressed response has the same. */
  static EntityTag of(byte[] body) {
    return new EntityTag(HexFormat.of().formatHex(Sha256.of(body), 0, 16), true);
  }
}
