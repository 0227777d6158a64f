package diundashboard.system;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;

/** JSON in response bodies. */
final class Texts {

  private Texts() {}

  static JsonObject object(String json) {
    try (var reader = Json.createReader(new StringReader(json))) {
      return reader.readObject();
    }
  }

  static String member(String json, String name) {
    return object(json).getString(name);
  }
}
