package diundashboard.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.JsonObject;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

/** JSON answers with an ETag, see {@link Conditional}. */
public final class ConditionalJson {

  private ConditionalJson() {}

  /** An entity, with the members of one of its objects instead of that object. */
  public static Response answerFlat(Request request, Object entity, String member) {
    var json = Json.JSONB.fromJson(Json.write(entity), JsonObject.class);
    var flat = jakarta.json.Json.createObjectBuilder(json.getJsonObject(member));
    json.forEach(
        (name, value) -> {
          if (!name.equals(member)) flat.add(name, value);
        });
    return Conditional.answer(request, Json.write(flat.build()).getBytes(UTF_8));
  }
}
