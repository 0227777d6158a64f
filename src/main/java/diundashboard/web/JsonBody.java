package diundashboard.web;

import diundashboard.problem.Problem;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.Response.Status;
import java.io.InputStream;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The JSON object of a request, whose members are asked for by name. It is read whatever the
 * Content-Type says, as the Go original does.
 */
public final class JsonBody {

  private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

  private final JsonObject json;

  private JsonBody(JsonObject json) {
    this.json = json;
  }

  /** Reads a body, or answers 400. */
  public static JsonBody of(InputStream body) {
    var text = RequestBody.read(body);
    try (var reader = READERS.createReader(new StringReader(text))) {
      if (reader.readValue() instanceof JsonObject json) return new JsonBody(json);
    } catch (RuntimeException e) { // bad syntax; or a limit of the reader's, each with its own type
      throw Problem.of(Status.BAD_REQUEST, "The body is not JSON; send a JSON object.");
    }
    throw Problem.of(
        Status.BAD_REQUEST, "The body is JSON, but not an object; send a JSON object.");
  }

  /** A member's text, or 400. */
  public String text(String member) {
    if (json.get(member) instanceof JsonString text) return text.getString();
    throw Problem.badRequest(
        member, "The member \"" + member + "\" is missing or no text; send it as a JSON string.");
  }

  /** A member's text, or nothing if it is missing or null; 400 if it is something else. */
  public Optional<String> optionalText(String member) {
    return isMissing(member) ? Optional.empty() : Optional.of(text(member));
  }

  /**
   * A member's array of texts, or nothing if it is missing or null; 400 if it is something else.
   */
  public Optional<List<String>> optionalTexts(String member) {
    if (isMissing(member)) return Optional.empty();
    if (json.get(member) instanceof JsonArray array
        && array.stream().allMatch(JsonString.class::isInstance)) {
      return Optional.of(array.getValuesAs(JsonString::getString));
    }
    throw Problem.badRequest(
        member, "The member \"" + member + "\" is no list of texts; send a JSON array of strings.");
  }

  private boolean isMissing(String member) {
    return json.getOrDefault(member, JsonValue.NULL).equals(JsonValue.NULL);
  }

  /** A member's whole number from 1, or 400. */
  public int id(String member) {
    if (json.get(member) instanceof JsonNumber number
        && number.isIntegral()
        && number.longValue() > 0
        && number.longValue() <= Integer.MAX_VALUE) {
      return number.intValue();
    }
    throw Problem.badRequest(
        member,
        "The member \""
            + member
            + "\" is missing or no whole number from 1; send the id as a JSON number.");
  }
}
