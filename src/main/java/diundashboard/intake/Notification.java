package diundashboard.intake;

import static java.util.stream.Collectors.joining;

import diundashboard.images.DiunEvent;
import diundashboard.images.Image;
import diundashboard.images.InvalidImageException;
import diundashboard.images.Occurrence;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParsingException;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One notification of Diun's, of any version: only the image can be relied on, everything else may
 * be missing, null or of another type.
 *
 * @param image what it is about
 * @param event what it says
 * @param occurrence where the image runs
 * @param body as received, with whatever this version does not know
 */
record Notification(Image image, DiunEvent event, Occurrence occurrence, String body) {

  /**
   * Longer names of hosts, workloads and stacks are cut: they are part of keys, and PostgreSQL can
   * index 2,704 bytes.
   */
  private static final int MAX_NAME_LENGTH = 200;

  /** What tells what belongs together, the most particular first. */
  private static final List<String> STACK =
      List.of("stack", "compose_project", "pod_namespace", "job_name");

  /** What {@code diun notif test} sends, see internal/grpc/notif.go in Diun. */
  private static final String TEST_IMAGE = "docker.io/diun/testnotif:latest";

  /** Kept, as looking the JSON provider up costs more than reading a notification does. */
  private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

  /**
   * Reads a body.
   *
   * @throws InvalidNotificationException if it is no JSON object or names no image
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
            name(workload),
            event.status(),
            provider,
            event.digest(),
            stackOf(metadata),
            textsOf(metadata));
    return new Notification(image, event, occurrence, body);
  }

  /** Whether somebody only tries whether notifications arrive. */
  boolean isTest() {
    return image.key().equals(TEST_IMAGE);
  }

  private static JsonObject objectOf(String body) {
    if (body.isBlank())
      throw new InvalidNotificationException("The body is empty; send Diun's JSON object.");
    try (var reader = READERS.createReader(new StringReader(body))) {
      if (reader.readValue() instanceof JsonObject object) return object;
    } catch (JsonParsingException e) {
      throw new InvalidNotificationException("The body is not JSON; send Diun's JSON object.");
    } catch (RuntimeException e) { // a limit of the reader's, each with its own type
      throw new InvalidNotificationException(
          "The body is JSON nested too deeply or with a number too long; send Diun's JSON object.");
    }
    throw new InvalidNotificationException(
        "The body is JSON, but not an object; send Diun's JSON object.");
  }

  private static Image imageOf(JsonObject json) {
    if (!(json.get("image") instanceof JsonString image)) {
      throw new InvalidNotificationException(
          "The member \"image\" is missing or no text; send Diun's JSON object.");
    }
    try {
      return Image.parse(image.getString());
    } catch (InvalidImageException e) {
      throw new InvalidNotificationException(
          "The member \"image\" " + e.reason() + "; send Diun's JSON object.");
    }
  }

  private static DiunEvent eventOf(
      JsonObject json, Image image, String provider, String workload, JsonObject metadata) {
    return new DiunEvent(
        text(json, "diun_version"),
        name(text(json, "hostname")),
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

  /** Go's zero time, and the epoch of reproducible builds, mean that nobody knows. */
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

  /** Diun v1 and v2 said it in two members. */
  private static String platformOf(JsonObject json) {
    var platform = text(json, "platform");
    return platform.isEmpty() ? joined(text(json, "os"), text(json, "architecture")) : platform;
  }

  /** The stable name of what runs the image; a pod's name, for one, changes at every rollout. */
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
        .map(key -> name(text(metadata, key)))
        .filter(stack -> !stack.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static Map<String, String> textsOf(JsonObject metadata) {
    var texts = new LinkedHashMap<String, String>();
    metadata.keySet().forEach(key -> texts.put(key, text(metadata, key)));
    return texts;
  }

  private static String name(String text) {
    return text.length() > MAX_NAME_LENGTH ? text.substring(0, MAX_NAME_LENGTH) : text;
  }

  private static String joined(String... parts) {
    return Stream.of(parts).filter(part -> !part.isEmpty()).collect(joining("/"));
  }

  /**
   * A member's text; that of a number or a truth value as JSON has it; empty for null and anything
   * else.
   */
  private static String text(JsonObject json, String member) {
    var value = json.getOrDefault(member, JsonValue.NULL);
    return switch (value.getValueType()) {
      case STRING -> ((JsonString) value).getString();
      case NUMBER, TRUE, FALSE -> value.toString();
      case NULL, OBJECT, ARRAY -> "";
    };
  }
}
