package diundashboard.images;

import java.util.Map;

/**
 * An image on one host and in one workload, with the latest event there.
 *
 * @param hostname of the Diun process, at most 200 characters
 * @param workload the {@link WorkloadName}, at most 200 characters; may be empty
 * @param status {@code new} or {@code update}
 * @param provider docker, swarm, kubernetes, nomad, containerd, dockerfile or file
 * @param digest of the manifest
 * @param stack the stack, Compose project, namespace or job; may be empty
 * @param metadata from the provider, and added by users in Diun
 */
public record Occurrence(
    Image image,
    String hostname,
    String workload,
    String status,
    String provider,
    String digest,
    String stack,
    Map<String, String> metadata) {

  /**
   * Names of hosts, workloads and stacks are truncated to this length because they are part of
   * index keys, which PostgreSQL limits to 2,704 bytes.
   */
  private static final int MAX_NAME_LENGTH = 200;

  /** Truncates the name of a host, workload or stack to the length that fits an index. */
  public static String truncated(String name) {
    return name.length() > MAX_NAME_LENGTH ? name.substring(0, MAX_NAME_LENGTH) : name;
  }
}
