package diundashboard.platform.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.config.PropertyNamingStrategy;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;

/**
 * The {@link Jsonb} of the application: compact, members in snake_case, null for absent values.
 * There is one instance, because creating it for every request is slow.
 */
@Provider
public final class JsonbProvider implements ContextResolver<Jsonb> {

  private static final Jsonb JSONB =
      JsonbBuilder.create(
          new JsonbConfig()
              .withPropertyNamingStrategy(PropertyNamingStrategy.LOWER_CASE_WITH_UNDERSCORES)
              .withNullValues(true));

  /** Writes a value as JSON on one line. */
  public static String write(Object value) {
    return JSONB.toJson(value);
  }

  /** Writes a value as JSON in UTF-8. */
  public static byte[] writeBytes(Object value) {
    return write(value).getBytes(UTF_8);
  }

  /** Writes the members of two objects, neither of which is empty, as one object in UTF-8. */
  public static byte[] writeBytes(Object first, Object second) {
    var json = new StringBuilder(write(first));
    json.setCharAt(json.length() - 1, ',');
    return json.append(write(second).substring(1)).toString().getBytes(UTF_8);
  }

  @Override
  public Jsonb getContext(Class<?> type) {
    return JSONB;
  }
}
