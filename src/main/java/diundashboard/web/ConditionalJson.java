package diundashboard.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

/** JSON answers with an ETag, see {@link Conditional}. */
public final class ConditionalJson {

  private ConditionalJson() {}

  public static Response answer(Request request, Object entity) {
    return Conditional.answer(request, Json.write(entity).getBytes(UTF_8));
  }
}
