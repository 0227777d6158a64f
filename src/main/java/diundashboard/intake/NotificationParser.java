package diundashboard.intake;

import static java.util.stream.Collectors.joining;

import diundashboard.images.DiunEvent;
import diundashboard.images.Image;
import diundashboard.images.InvalidImageException;
import diundashboard.images.Occurrence;
import diundashboard.platform.json.JsonReaders;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParsingException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Parses notifications of all Diun versions and providers. Only the image is required. All other
 * members may be missing, null or of another type.
 */
final class NotificationParser {

  /**
   * Names of hosts, workloads and stacks are truncated to this length because they are part of
   * index keys, which PostgreSQL limits to 2,704 bytes.
   */
  private static final int MAX_NAME_LENGTH = 200;

  /** Metadata that names the stack, in order of preference. */
  private static final List<String> STACK =
      List.of("stack", "compose_project", "pod_namespace", "job_name");

  private NotificationParser() {}

  /**
   * Parses a request body.
   *
   * @throws InvalidNotificationException if it is not a JSON object with an image
   */
  static Notification parse(String body) {
    var json = objectOf(body);
    var image = imageOf(json);
    var provider = text(json, "provider");
    var metadata =
        json.get("metadata") instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
    var workload = workloadOf(provider, metadata);
    var event = eventOf(json, image, provider, workload, metadata);
    var occurrence =
        new Occurrence(
            image,
            event.hostname(),
            truncated(workload),
            event.status(),
            provider,
            event.digest(),
            stackOf(metadata),
            textsOf(metadata));
    return new Notification(image, event, occurrence, body);
  }

  private static JsonObject objectOf(String body) {
    if (body.isBlank())
      throw new InvalidNotificationException("The request body is empty. Send Diun's JSON object.");
    try {
      if (JsonReaders.read(body) instanceof JsonObject object) return object;
    } catch (JsonParsingException e) {
      throw new InvalidNotificationException(
          "The request body is not JSON. Send Diun's JSON object.");
    } catch (RuntimeException e) { // limits of the parser, each with its own type
      throw new InvalidNotificationException(
          "The JSON is nested too deeply or contains a number that is too long.");
    }
    throw new InvalidNotificationException(
        "The request body is not a JSON object. Send Diun's JSON object.");
  }

  private static Image imageOf(JsonObject json) {
    if (!(json.get("image") instanceof JsonString image)) {
      throw new InvalidNotificationException("Member \"image\" is missing or not a string.");
    }
    try {
      return Image.parse(image.getString());
    } catch (InvalidImageException e) {
      throw new InvalidNotificationException("Member \"image\" " + e.reason() + ".");
    }
  }

  private static DiunEvent eventOf(
      JsonObject json, Image image, String provider, String workload, JsonObject metadata) {
    return new DiunEvent(
        text(json, "diun_version"),
        truncated(text(json, "hostname")),
        text(json, "status"),
        provider,
        image.toString(),
        text(json, "hub_link"),
        text(json, "mime_type"),
        text(json, "digest"),
        createdOf(text(json, "created")),
        platformOf(json),
        new DiunEvent.Metadata(
            workload,
            text(metadata, "ctn_id"),
            text(metadata, "ctn_state"),
            text(metadata, "ctn_status")));
  }

  /** Go's zero time, and the epoch of reproducible builds, mean that the time is unknown. */
  private static String createdOf(String created) {
    try {
      var at = OffsetDateTime.parse(created);
      return at.getYear() <= 1 || at.toInstant().equals(Instant.EPOCH)
          ? DiunEvent.CREATED_UNKNOWN
          : created;
    } catch (DateTimeException e) {
      return DiunEvent.CREATED_UNKNOWN;
    }
  }

  /** Diun v1 and v2 send it in two members. */
  private static String platformOf(JsonObject json) {
    var platform = text(json, "platform");
    return platform.isEmpty() ? joined(text(json, "os"), text(json, "architecture")) : platform;
  }

  /** The name of a workload that is the same after a rollout, unlike the name of a pod. */
  private static String workloadOf(String provider, JsonObject metadata) {
    return switch (provider) {
      case "swarm" -> text(metadata, "ctn_name");
      case "kubernetes" -> joined(text(metadata, "pod_namespace"), text(metadata, "ctn_name"));
      case "nomad" ->
          joined(
              text(metadata, "job_id"),
              text(metadata, "taskgroup_name"),
              text(metadata, "task_name"));
      case "containerd" -> joined(text(metadata, "ctn_namespace"), text(metadata, "ctn_name"));
      default -> text(metadata, "ctn_names");
    };
  }

  private static String stackOf(JsonObject metadata) {
    return STACK.stream()
        .map(key -> truncated(text(metadata, key)))
        .filter(stack -> !stack.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static Map<String, String> textsOf(JsonObject metadata) {
    var texts = new LinkedHashMap<String, String>();
    metadata.keySet().forEach(key -> texts.put(key, text(metadata, key)));
    return texts;
  }

  private static String truncated(String text) {
    return text.length() > MAX_NAME_LENGTH ? text.substring(0, MAX_NAME_LENGTH) : text;
  }

  private static String joined(String... parts) {
    return Stream.of(parts).filter(part -> !part.isEmpty()).collect(joining("/"));
  }

  /** A member as text: numbers and booleans as in JSON, empty for null, objects and arrays. */
  private static String text(JsonObject json, String member) {
    return JsonReaders.textOf(json.getOrDefault(member, JsonValue.NULL)).orElse("");
  }
}
