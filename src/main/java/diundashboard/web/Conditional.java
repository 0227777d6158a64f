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

/** Answers with an ETag, so that who has the same already gets a 304 without a body. */
public final class Conditional {

  private static final String START = UUID.randomUUID().toString();

  private Conditional() {}

  /** An answer that is known as a whole. */
  public static Response answer(Request request, byte[] body) {
    var tag =
        new EntityTag(hashOf(body), true); // weak: the same tag stands for the compressed answer
    var unchanged = request.evaluatePreconditions(tag);
    return unchanged == null ? Response.ok(body).tag(tag).build() : unchanged.tag(tag).build();
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

  private static String hashOf(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JRE has SHA-256", e);
    }
  }
}
