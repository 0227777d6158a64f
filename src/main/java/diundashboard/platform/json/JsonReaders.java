package diundashboard.platform.json;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Map;
import java.util.Optional;

/** Parses JSON with one factory, because creating a factory looks its provider up every time. */
public final class JsonReaders {

  private static final JsonReaderFactory FACTORY = Json.createReaderFactory(Map.of());

  private JsonReaders() {}

  /**
   * Parses a JSON value.
   *
   * @throws RuntimeException if the text is not JSON ({@link JsonException}) or exceeds a limit of
   *     the parser, such as the depth (implementation-specific)
   */
  public static JsonValue read(String text) {
    try (var reader = FACTORY.createReader(new StringReader(text))) {
      return reader.readValue();
    }
  }

  /** Returns a text, a number or a boolean as text; empty for null, objects and arrays. */
  public static Optional<String> textOf(JsonValue value) {
    return switch (value.getValueType()) {
      case STRING -> Optional.of(((JsonString) value).getString());
      case NUMBER, TRUE, FALSE -> Optional.of(value.toString());
      case NULL, OBJECT, ARRAY -> Optional.empty();
    };
  }
}
