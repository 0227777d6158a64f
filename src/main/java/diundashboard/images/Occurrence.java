package diundashboard.images;

import java.util.Map;

/**
 * An image as it runs in one place, and what was last said of it there.
 *
 * @param hostname of the Diun process, at most 200 characters
 * @param workload what runs it, in the words of its provider, at most 200 characters; or empty
 * @param status {@code new} or {@code update}
 * @param provider docker, swarm, kubernetes, nomad, containerd, dockerfile or file
 * @param digest of the manifest
 * @param stack what it belongs to: a stack, Compose project, namespace or job; or empty
 * @param metadata the provider's, and what users added
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
