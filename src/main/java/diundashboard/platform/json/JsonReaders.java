package diundashboard.platform.json;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.Reader;
import java.io.StringReader;
import java.util.Map;
import java.util.Optional;

/** Parses JSON with one factory, because creating a factory looks its provider up every time. */
public final class JsonReaders {

  private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());
  private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());

  private JsonReaders() {}

  /**
   * Parses a JSON value.
   *
   * @throws RuntimeException if the text is not JSON ({@link JsonException}) or exceeds a limit of
   *     the parser, such as the depth (implementation-specific)
   */
  public static JsonValue read(String text) {
    try (var reader = READERS.createReader(new StringReader(text))) {
      return reader.readValue();
    }
  }

  /**
   * Parses a JSON value, and checks that only white space follows it.
   *
   * @return the value; empty if other text follows it
   * @throws RuntimeException as {@link #read}
   */
  public static Optional<JsonValue> readOnly(String text) {
    try (var parser = PARSERS.createParser(new StringReader(text))) {
      parser.next();
      var value = parser.getValue();
      return isAtEnd(parser) ? Optional.of(value) : Optional.empty();
    }
  }

  /** Returns a parser of a JSON value, whose methods throw as {@link #read} does. */
  public static JsonParser parser(Reader text) {
    return PARSERS.createParser(text);
  }

  private static boolean isAtEnd(JsonParser parser) {
    try {
      return !parser.hasNext();
    } catch (JsonException e) {
      return false;
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
