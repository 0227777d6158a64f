package diundashboard.platform.database;

import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** Converts the values of parameters to what the columns store. */
final class SqlValues {

  private static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(Map.of());

  private SqlValues() {}

  /** The value to pass to JDBC. */
  static Object convert(Object value) {
    if (value instanceof String text) return StorableText.of(text);
    if (value instanceof Instant instant) return Timestamps.format(instant);
    if (value instanceof Collection<?> texts) return jsonArray(texts);
    if (value instanceof Map<?, ?> texts) return jsonObject(texts);
    return value;
  }

  private static String jsonArray(Collection<?> texts) {
    var json = BUILDERS.createArrayBuilder();
    texts.forEach(text -> json.add(StorableText.of((String) text)));
    return json.build().toString();
  }

  private static String jsonObject(Map<?, ?> texts) {
    var json = BUILDERS.createObjectBuilder();
    texts.forEach(
        (name, text) -> json.add(StorableText.of((String) name), StorableText.of((String) text)));
    return json.build().toString();
  }
}
