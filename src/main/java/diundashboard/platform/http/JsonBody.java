package diundashboard.platform.http;

import diundashboard.platform.json.JsonReaders;
import diundashboard.platform.problem.InvalidInputException;
import diundashboard.platform.problem.ProblemException;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.Response.Status;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The JSON object of a request, whose members are asked for by name. It is read whatever the
 * Content-Type says, as the Go original does.
 */
public final class JsonBody {

  private final JsonObject json;

  private JsonBody(JsonObject json) {
    this.json = json;
  }

  /** Reads a body, or answers 400. */
  public static JsonBody of(InputStream body) {
    var text = RequestBody.read(body);
    try {
      if (JsonReaders.read(text) instanceof JsonObject json) return new JsonBody(json);
    } catch (RuntimeException e) { // bad syntax; or a limit of the reader's, each with its own type
      throw ProblemException.of(Status.BAD_REQUEST, "The body is not JSON; send a JSON object.");
    }
    throw ProblemException.of(
        Status.BAD_REQUEST, "The body is JSON, but not an object; send a JSON object.");
  }

  /** A member's text, or 400. */
  public String text(String member) {
    if (json.get(member) instanceof JsonString text) return text.getString();
    throw new InvalidInputException(
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
    throw new InvalidInputException(
        member, "The member \"" + member + "\" is no list of texts; send a JSON array of strings.");
  }

  /**
   * A member's array of objects, or nothing if it is missing or null; 400 if it is something else.
   */
  public Optional<List<JsonBody>> optionalObjects(String member) {
    if (isMissing(member)) return Optional.empty();
    if (json.get(member) instanceof JsonArray array
        && array.stream().allMatch(JsonObject.class::isInstance)) {
      return Optional.of(array.getValuesAs(JsonObject.class).stream().map(JsonBody::new).toList());
    }
    throw new InvalidInputException(
        member,
        "The member \"" + member + "\" is no list of objects; send a JSON array of objects.");
  }

  /** Whether there is such a member, be it null. */
  public boolean has(String member) {
    return json.containsKey(member);
  }

  /** Whether there is such a member, and it is null. */
  public boolean isNull(String member) {
    return has(member) && isMissing(member);
  }

  /** A member's truth value, false if it is missing or null; 400 if it is something else. */
  public boolean flag(String member) {
    if (isMissing(member)) return false;
    return switch (json.get(member).getValueType()) {
      case TRUE -> true;
      case FALSE -> false;
      default ->
          throw new InvalidInputException(
              member, "The member \"" + member + "\" is no truth value; send true or false.");
    };
  }

  private boolean isMissing(String member) {
    return json.getOrDefault(member, JsonValue.NULL).equals(JsonValue.NULL);
  }

  /** A member's whole number between two, or 400. */
  public int number(String member, int from, int to) {
    if (isBetween(json.get(member), from, to)) return json.getInt(member);
    throw new InvalidInputException(
        member,
        "The member \"%s\" is missing or no whole number from %d to %d; send it as a JSON number."
            .formatted(member, from, to));
  }

  /** A member's array of different whole numbers from 1, or 400. */
  public List<Integer> ids(String member) {
    if (json.get(member) instanceof JsonArray array
        && array.stream().allMatch(JsonBody::isId)
        && array.stream().distinct().count() == array.size()) {
      return array.getValuesAs(JsonNumber::intValue);
    }
    throw new InvalidInputException(
        member,
        "The member \""
            + member
            + "\" is missing or no list of different whole numbers from 1; send the ids as a JSON array of numbers.");
  }

  /** A member's whole number from 1, or 400. */
  public int id(String member) {
    if (isId(json.get(member))) return json.getInt(member);
    throw new InvalidInputException(
        member,
        "The member \""
            + member
            + "\" is missing or no whole number from 1; send the id as a JSON number.");
  }

  private static boolean isId(JsonValue value) {
    return isBetween(value, 1, Integer.MAX_VALUE);
  }

  private static boolean isBetween(JsonValue value, int from, int to) {
    return value instanceof JsonNumber number
        && number.isIntegral()
        && number.bigDecimalValue().compareTo(BigDecimal.valueOf(from)) >= 0
        && number.bigDecimalValue().compareTo(BigDecimal.valueOf(to)) <= 0;
  }
}
