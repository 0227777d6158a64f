package diundashboard.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** JSON answers with an ETag, so that who has the same already gets a 304 without a body. */
public final class ConditionalJson {

  private ConditionalJson() {}

  public static Response answer(Request request, Object entity) {
    var json = Json.JSONB.toJson(entity).getBytes(UTF_8);
    var tag =
        new EntityTag(hashOf(json), true); // weak: the same tag stands for the compressed answer
    var unchanged = request.evaluatePreconditions(tag);
    return unchanged == null ? Response.ok(json).tag(tag).build() : unchanged.tag(tag).build();
  }

  private static String hashOf(byte[] json) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(json), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JRE has SHA-256", e);
    }
  }
}
