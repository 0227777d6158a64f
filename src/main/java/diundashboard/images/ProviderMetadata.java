package diundashboard.images;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Tells the metadata of Diun's providers from the metadata that users add to an image. */
final class ProviderMetadata {

  /** The keys of all providers up to Diun 4.33, see internal/provider in Diun. */
  private static final Set<String> KEYS =
      Set.of(
          "ctn_command",
          "ctn_createdat",
          "ctn_id",
          "ctn_image",
          "ctn_name",
          "ctn_names",
          "ctn_namespace",
          "ctn_runtime",
          "ctn_size",
          "ctn_snapshot_key",
          "ctn_snapshotter",
          "ctn_state",
          "ctn_status",
          "ctn_updatedat",
          "job_id",
          "job_name",
          "job_namespace",
          "job_status",
          "pod_createdat",
          "pod_name",
          "pod_namespace",
          "pod_status",
          "svc_createdat",
          "svc_id",
          "svc_updatedat",
          "task_driver",
          "task_name",
          "task_user",
          "taskgroup_name");

  private ProviderMetadata() {}

  /** Returns the values of the keys that no provider sends. */
  static Stream<String> userValues(Map<String, String> metadata) {
    return metadata.entrySet().stream()
        .filter(entry -> !KEYS.contains(entry.getKey()))
        .map(Map.Entry::getValue);
  }
}
