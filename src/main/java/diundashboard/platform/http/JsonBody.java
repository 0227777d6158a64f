package diundashboard.platform.http;

import diundashboard.platform.json.EnumNames;
import diundashboard.platform.json.JsonReaders;
import diundashboard.platform.problem.InvalidInputException;
import diundashboard.platform.problem.ProblemCode;
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
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The JSON object in a request body. The Content-Type is ignored, as in the Go original. All
 * getters throw an {@link InvalidInputException} for a member of the wrong type, and getters that
 * are not optional also for a missing member.
 */
public final class JsonBody {

  private final JsonObject json;

  private JsonBody(JsonObject json) {
    this.json = json;
  }

  /**
   * Reads a request body.
   *
   * @throws ProblemException 400 if it is not a JSON object
   */
  public static JsonBody of(InputStream body) {
    var text = RequestBody.read(body);
    try {
      if (JsonReaders.read(text) instanceof JsonObject json) return new JsonBody(json);
    } catch (RuntimeException e) { // syntax errors and limits of the parser have different types
      throw ProblemException.of(
          Status.BAD_REQUEST, ProblemCode.INVALID_JSON, "The request body is not valid JSON.");
    }
    throw ProblemException.of(
        Status.BAD_REQUEST,
        ProblemCode.JSON_NOT_AN_OBJECT,
        "The request body must be a JSON object.");
  }

  /** Returns a string. */
  public String text(String member) {
    if (json.get(member) instanceof JsonString text) return text.getString();
    throw invalid(member, "a string");
  }

  /** Returns a string. Empty if it is missing or null. */
  public Optional<String> optionalText(String member) {
    return isMissing(member) ? Optional.empty() : Optional.of(text(member));
  }

  /** Returns one of several strings. Empty if it is missing or null. */
  public Optional<String> optionalOneOf(String member, List<String> allowed) {
    var text = optionalText(member);
    if (text.isEmpty() || allowed.contains(text.get())) return text;
    throw invalid(member, EnumNames.list(allowed));
  }

  /**
   * Returns a string that matches a pattern. Empty if it is missing or null.
   *
   * @param expected what the pattern matches, such as "a version"
   */
  public Optional<String> optionalMatch(String member, Pattern pattern, String expected) {
    var text = optionalText(member);
    if (text.stream().allMatch(pattern.asMatchPredicate())) return text;
    throw invalid(member, expected);
  }

  /** Returns an array of strings. Empty if it is missing or null. */
  public Optional<List<String>> optionalTexts(String member) {
    if (isMissing(member)) return Optional.empty();
    if (json.get(member) instanceof JsonArray array
        && array.stream().allMatch(JsonString.class::isInstance)) {
      return Optional.of(array.getValuesAs(JsonString::getString));
    }
    throw invalid(member, "an array of strings");
  }

  /** Returns an array of objects. Empty if it is missing or null. */
  public Optional<List<JsonBody>> optionalObjects(String member) {
    if (isMissing(member)) return Optional.empty();
    if (json.get(member) instanceof JsonArray array
        && array.stream().allMatch(JsonObject.class::isInstance)) {
      return Optional.of(array.getValuesAs(JsonObject.class).stream().map(JsonBody::new).toList());
    }
    throw invalid(member, "an array of objects");
  }

  /** Returns true if the member exists, even if it is null. */
  public boolean has(String member) {
    return json.containsKey(member);
  }

  /** Returns true if the member exists and is null. */
  public boolean isNull(String member) {
    return has(member) && isMissing(member);
  }

  /** Returns a boolean. False if it is missing or null. */
  public boolean flag(String member) {
    if (isMissing(member)) return false;
    return switch (json.get(member).getValueType()) {
      case TRUE -> true;
      case FALSE -> false;
      default -> throw invalid(member, "true or false");
    };
  }

  private boolean isMissing(String member) {
    return json.getOrDefault(member, JsonValue.NULL).equals(JsonValue.NULL);
  }

  /**
   * Returns an integer.
   *
   * @param from minimum, inclusive
   * @param to maximum, inclusive
   */
  public int number(String member, int from, int to) {
    if (isBetween(json.get(member), from, to)) return json.getInt(member);
    throw invalid(member, "an integer from %d to %d".formatted(from, to));
  }

  /** Returns an array of distinct positive integers. */
  public List<Integer> ids(String member) {
    if (json.get(member) instanceof JsonArray array
        && array.stream().allMatch(JsonBody::isId)
        && array.stream().distinct().count() == array.size()) {
      return array.getValuesAs(JsonNumber::intValue);
    }
    throw invalid(member, "an array of distinct positive integers");
  }

  /** Returns a positive integer. */
  public int id(String member) {
    if (isId(json.get(member))) return json.getInt(member);
    throw invalid(member, "a positive integer");
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

  private static InvalidInputException invalid(String member, String type) {
    return new InvalidInputException(
        member,
        ProblemCode.INVALID_MEMBER,
        Map.of("member", member),
        "Member \"%s\" must be %s.".formatted(member, type));
  }
}
