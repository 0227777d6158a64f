package diundashboard.intake;

import static diundashboard.intake.NotificationJson.text;
import static java.util.stream.Collectors.joining;

import diundashboard.images.BuildTime;
import diundashboard.images.DiunEvent;
import diundashboard.images.Image;
import diundashboard.images.InvalidImageException;
import diundashboard.images.Occurrence;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
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

  private static Image imageOf(JsonObject json) {
    if (!(json.get("image") instanceof JsonString image)) {
      throw new InvalidNotificationException("Member \"image\" is missing or not a string.");
    }
    if (NO_REFERENCE.matcher(image.getString().strip()).find()) {
      throw new InvalidNotificationException(
          "Member \"image\" is not an image reference such as docker.io/library/nginx:latest.");
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
        truncated(text(json, "hostname").strip()),
        text(json, "status"),
        provider,
        image.toString(),
        text(json, "hub_link"),
        text(json, "mime_type"),
        text(json, "digest"),
        BuildTime.of(text(json, "created")).orElse(DiunEvent.CREATED_UNKNOWN),
        platformOf(json),
        new DiunEvent.Metadata(
            workload,
            text(metadata, "ctn_id"),
            text(metadata, "ctn_state"),
            text(metadata, "ctn_status")));
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
}
