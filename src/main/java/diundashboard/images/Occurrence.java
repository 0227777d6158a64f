package diundashboard.images;

import java.util.Map;

/**
 * An image on one host and in one workload, with the latest event there.
 *
 * @param hostname of the Diun process, at most 200 characters
 * @param workload name of the container, task or pod, as its provider calls it, at most 200
 *     characters; may be empty
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
    Map<String, String> metadata) {}
