package diundashboard.images.migration;

import static java.util.stream.Collectors.toMap;

import diundashboard.images.BuildTime;
import diundashboard.images.SearchText;
import diundashboard.images.StackName;
import diundashboard.images.WorkloadName;
import diundashboard.platform.json.JsonReaders;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An existing occurrence.
 *
 * @param newImage the key of its image after the migration
 * @param metadata a JSON object
 * @param platform of the latest notification of the image if it is from this host; otherwise empty
 * @param created likewise
 * @param body of the latest notification from here; empty if unknown
 */
record StoredOccurrence(
    String image,
    String newImage,
    String hostname,
    String workload,
    String provider,
    String metadata,
    String platform,
    String created,
    String body) {

  /** Providers whose workload is not the name of a container. */
  private static final Set<String> NAMED_OTHERWISE =
      Set.of("swarm", "kubernetes", "nomad", "containerd");

  /** Returns the columns of {@code occurrence_keys}: the present key, and what replaces it. */
  List<String> keys() {
    var texts = textsOf(objectOf(metadata));
    var named = withNames(texts);
    var newWorkload = WorkloadName.of(provider, named);
    var stack = StackName.of(provider, named);
    var notification = objectOf(body);
    return List.of(
        image,
        hostname,
        workload,
        newImage,
        newWorkload,
        stack.name(),
        stack.isGuessed() ? "1" : "0",
        SearchText.of(newImage, hostname, newWorkload, stack.name(), texts),
        textOf(notification, "platform", platform),
        BuildTime.of(textOf(notification, "created", created)).orElse(""));
  }

  /** The Go original keeps no metadata, but the names of containers, which are the workload. */
  private Map<String, String> withNames(Map<String, String> texts) {
    if (NAMED_OTHERWISE.contains(provider)) return texts;
    var named = new HashMap<>(texts);
    named.putIfAbsent("ctn_names", workload);
    return named;
  }

  /** Bodies and metadata of earlier versions are stored as received, so they can be any text. */
  private static JsonObject objectOf(String text) {
    try {
      return JsonReaders.read(text) instanceof JsonObject object
          ? object
          : JsonValue.EMPTY_JSON_OBJECT;
    } catch (RuntimeException e) {
      return JsonValue.EMPTY_JSON_OBJECT;
    }
  }

  private static Map<String, String> textsOf(JsonObject json) {
    return json.entrySet().stream()
        .collect(
            toMap(Map.Entry::getKey, entry -> JsonReaders.textOf(entry.getValue()).orElse("")));
  }

  private static String textOf(JsonObject json, String member, String defaultText) {
    return json.containsKey(member) ? JsonReaders.textOf(json.get(member)).orElse("") : defaultText;
  }
}
