package diundashboard.intake;

import static diundashboard.intake.NotificationJson.text;
import static java.util.stream.Collectors.joining;

import diundashboard.images.BuildTime;
import diundashboard.images.DiunEvent;
import diundashboard.images.Image;
import diundashboard.images.InvalidImageException;
import diundashboard.images.NameLength;
import diundashboard.images.Occurrence;
import diundashboard.images.StackName;
import diundashboard.images.WorkloadName;
import diundashboard.platform.problem.ProblemCode;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Parses notifications of all Diun versions and providers. Only the image is required. All other
 * members may be missing, null or of another type.
 */
final class NotificationParser {

  /** Other programs send a URL, the data of a picture or a title in a member of this name. */
  private static final Pattern NO_REFERENCE = Pattern.compile("://|^(?i:data:)|[\\s\\p{Z}]");

  private NotificationParser() {}

  /**
   * Parses a request body.
   *
   * @throws InvalidNotificationException if it is not a JSON object with an image
   */
  static Notification parse(String body) {
    var json = NotificationJson.parse(body);
    var image = imageOf(json);
    var provider = text(json, "provider");
    var metadata =
        json.get("metadata") instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
    var texts = textsOf(metadata);
    var workload = WorkloadName.of(provider, texts);
    var event = eventOf(json, image, provider, namesOf(metadata, workload), metadata);
    var occurrence =
        new Occurrence(
            image,
            event.hostname(),
            workload,
            event.status(),
            provider,
            event.digest(),
            event.created(),
            event.platform(),
            StackName.of(provider, texts),
            texts);
    return new Notification(image, event, occurrence, body);
  }

  private static Image imageOf(JsonObject json) {
    if (!(json.get("image") instanceof JsonString image)) {
      throw new InvalidNotificationException(
          ProblemCode.MISSING_NOTIFICATION_IMAGE, "Member \"image\" is missing or not a string.");
    }
    if (NO_REFERENCE.matcher(image.getString().strip()).find()) {
      throw new InvalidNotificationException(
          ProblemCode.INVALID_NOTIFICATION_IMAGE,
          "Member \"image\" is not an image reference such as docker.io/library/nginx:latest.");
    }
    try {
      return Image.parse(image.getString());
    } catch (InvalidImageException e) {
      throw new InvalidNotificationException(
          e.code(), e.params(), "Member \"image\" " + e.reason() + ".");
    }
  }

  private static DiunEvent eventOf(
      JsonObject json, Image image, String provider, String names, JsonObject metadata) {
    return new DiunEvent(
        text(json, "diun_version"),
        NameLength.limit(text(json, "hostname").strip()),
        text(json, "status"),
        provider,
        image.toString(),
        text(json, "hub_link"),
        text(json, "mime_type"),
        text(json, "digest"),
        BuildTime.of(text(json, "created")).orElse(DiunEvent.CREATED_UNKNOWN),
        platformOf(json),
        new DiunEvent.Metadata(
            names,
            text(metadata, "ctn_id"),
            text(metadata, "ctn_state"),
            text(metadata, "ctn_status")));
  }

  /** Diun v1 and v2 send it in two members. */
  private static String platformOf(JsonObject json) {
    var platform = text(json, "platform");
    return platform.isEmpty() ? joined(text(json, "os"), text(json, "architecture")) : platform;
  }

  /** The Go original stores the names of containers as sent, and none of other providers. */
  private static String namesOf(JsonObject metadata, String workload) {
    var names = text(metadata, "ctn_names");
    return names.isEmpty() ? workload : names;
  }

  private static Map<String, String> textsOf(JsonObject metadata) {
    var texts = new LinkedHashMap<String, String>();
    metadata.keySet().forEach(key -> texts.put(key, text(metadata, key)));
    return texts;
  }

  private static String joined(String... parts) {
    return Stream.of(parts).filter(part -> !part.isEmpty()).collect(joining("/"));
  }
}
