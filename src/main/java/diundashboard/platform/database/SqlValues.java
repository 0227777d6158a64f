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
    if (value instanceof String text) return storable(text);
    if (value instanceof Instant instant) return Timestamps.format(instant);
    if (value instanceof Collection<?> texts) return jsonArray(texts);
    if (value instanceof Map<?, ?> texts) return jsonObject(texts);
    return value;
  }

  private static String jsonArray(Collection<?> texts) {
    var json = BUILDERS.createArrayBuilder();
    texts.forEach(text -> json.add(storable((String) text)));
    return json.build().toString();
  }

  private static String jsonObject(Map<?, ?> texts) {
    var json = BUILDERS.createObjectBuilder();
    texts.forEach((name, text) -> json.add(storable((String) name), storable((String) text)));
    return json.build().toString();
  }

  /** Replaces what PostgreSQL cannot store, NUL and unpaired surrogates, by U+FFFD. */
  private static String storable(String text) {
    if (text.chars().noneMatch(c -> c == 0 || Character.isSurrogate((char) c))) return text;
    return text.codePoints()
        .map(c -> c == 0 || Character.getType(c) == Character.SURROGATE ? 0xFFFD : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
