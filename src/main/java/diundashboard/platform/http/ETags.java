package diundashboard.platform.http;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Supplier;

/** Answers with an ETag, so that who has the same already gets a 304 without a body. */
public final class ETags {

  private static final String START = UUID.randomUUID().toString();

  private ETags() {}

  /** An answer that is known as a whole. */
  public static Response answer(Request request, byte[] body) {
    var tag = tagOf(Sha256.of(body));
    var unchanged = request.evaluatePreconditions(tag);
    return unchanged == null ? Response.ok(body).tag(tag).build() : unchanged.tag(tag).build();
  }

  /**
   * An answer that is not made for who has it already.
   *
   * @param version stands for the same answer until the server starts again
   */
  public static Response answer(Request request, String version, Supplier<?> entity) {
    var tag = tagOf(Sha256.of(START + version));
    var unchanged = request.evaluatePreconditions(tag);
    return unchanged == null
        ? Response.ok(entity.get()).tag(tag).build()
        : unchanged.tag(tag).build();
  }

  /** Weak, as the same tag stands for the compressed answer. */
  private static EntityTag tagOf(byte[] hash) {
    return new EntityTag(HexFormat.of().formatHex(hash, 0, 16), true);
  }
}
