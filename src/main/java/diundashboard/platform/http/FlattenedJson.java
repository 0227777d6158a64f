package diundashboard.platform.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import diundashboard.platform.json.JsonbProvider;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

/** JSON answers with an ETag, see {@link ETags}. */
public final class FlattenedJson {

  private FlattenedJson() {}

  /** An entity, with the members of one of its objects instead of that object. */
  public static Response answerFlat(Request request, Object entity, String member) {
    var json = JsonbProvider.JSONB.fromJson(JsonbProvider.write(entity), JsonObject.class);
    var flat = jakarta.json.Json.createObjectBuilder(json.getJsonObject(member));
    json.forEach(
        (name, value) -> {
          if (!name.equals(member)) flat.add(name, value);
        });
    return ETags.answer(request, JsonbProvider.write(flat.build()).getBytes(UTF_8));
  }
}
