package diundashboard.intake;

import static java.util.stream.Collectors.joining;

import diundashboard.platform.json.JsonReaders;
import diundashboard.platform.problem.ProblemCode;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParsingException;

/** The JSON object of a notification, and its members as text. */
final class NotificationJson {

  private NotificationJson() {}

  /**
   * Parses a request body.
   *
   * @throws InvalidNotificationException if it is not one JSON object
   */
  static JsonObject parse(String body) {
    if (body.isBlank())
      throw new InvalidNotificationException(
          ProblemCode.EMPTY_NOTIFICATION, "The request body is empty. Send Diun's JSON object.");
    try {
      var value = JsonReaders.readOnly(body).orElseThrow(NotificationJson::continues);
      if (value instanceof JsonObject object) return object;
    } catch (InvalidNotificationException e) {
      throw e;
    } catch (JsonParsingException e) {
      throw new InvalidNotificationException(
          ProblemCode.NOTIFICATION_NOT_JSON,
          "The request body is not JSON. Send Diun's JSON object.");
    } catch (RuntimeException e) { // limits of the parser, each with its own type
      throw new InvalidNotificationException(
          ProblemCode.NOTIFICATION_TOO_COMPLEX,
          "The JSON is nested too deeply or contains a number that is too long.");
    }
    throw new InvalidNotificationException(
        ProblemCode.NOTIFICATION_NOT_AN_OBJECT,
        "The request body is not a JSON object. Send Diun's JSON object.");
  }

  private static InvalidNotificationException continues() {
    return new InvalidNotificationException(
        ProblemCode.NOTIFICATION_CONTINUES,
        "The request body continues after the JSON object. Send one notification in each request.");
  }

  /**
   * A member as text: numbers and booleans as in JSON, the elements of an array joined by commas as
   * Diun joins them, empty for null and objects.
   */
  static String text(JsonObject json, String member) {
    var value = json.getOrDefault(member, JsonValue.NULL);
    return value instanceof JsonArray array
        ? array.stream()
            .flatMap(element -> JsonReaders.textOf(element).stream())
            .filter(text -> !text.isEmpty())
            .collect(joining(","))
        : JsonReaders.textOf(value).orElse("");
  }
}
