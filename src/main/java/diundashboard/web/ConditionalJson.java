package diundashboard.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Supplier;

/** JSON answers with an ETag, so that who has the same already gets a 304 without a body. */
public final class ConditionalJson {

  private static final String START = UUID.randomUUID().toString();

  private ConditionalJson() {}

  public static Response answer(Request request, Object entity) {
    var json = Json.JSONB.toJson(entity).getBytes(UTF_8);
    var tag =
        new EntityTag(hashOf(json), true); // weak: the same tag stands for the compressed answer
    var unchanged = request.evaluatePreconditions(tag);
    return unchanged == null ? Response.ok(json).tag(tag).build() : unchanged.tag(tag).build();
  }

  /**
   * An answer that is not made for who has it already.
   *
   * @param version stands for the same answer until the server starts again
   */
  public static Response answer(Request request, String version, Supplier<?> entity) {
    var tag = new EntityTag(hashOf((START + version).getBytes(UTF_8)), true);
    var unchanged = request.evaluatePreconditions(tag);
    return unchanged == null
        ? Response.ok(entity.get()).tag(tag).build()
        : unchanged.tag(tag).build();
  }

  private static String hashOf(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JRE has SHA-256", e);
    }
  }
}
