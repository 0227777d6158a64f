package diundashboard.images;

import java.util.List;
import java.util.Map;

/**
 * The stack of a workload: the stack, Compose project, namespace or job.
 *
 * @param name empty if unknown
 * @param isGuessed true if it comes from the default name of a container or swarm service, not from
 *     metadata that names it
 */
public record StackName(String name, boolean isGuessed) {

  public static final StackName UNKNOWN = new StackName("", false);

  /** Metadata that names the stack, in order of preference. */
  private static final List<String> KEYS =
      List.of("stack", "compose_project", "pod_namespace", "job_name");

  /**
   * Finds the stack.
   *
   * @param provider as sent
   * @param metadata as sent; the first two keys come from users
   */
  public static StackName of(String provider, Map<String, String> metadata) {
    return KEYS.stream()
        .map(key -> WorkloadName.nomadJob(WorkloadName.text(metadata, key)))
        .filter(name -> !name.isEmpty())
        .findFirst()
        .map(name -> new StackName(name, false))
        .orElseGet(() -> guess(provider, metadata));
  }

  private static StackName guess(String provider, Map<String, String> metadata) {
    var name =
        provider.equals("swarm")
            ? ComposeName.swarmStack(WorkloadName.text(metadata, "ctn_name"))
            : ContainerName.parse(metadata.getOrDefault("ctn_names", "")).stack();
    return new StackName(name, !name.isEmpty());
  }
}
