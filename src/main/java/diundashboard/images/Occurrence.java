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
 * @param created the {@link BuildTime}; {@link DiunEvent#CREATED_UNKNOWN} if unknown
 * @param platform {@code os/arch[/variant]}; may be empty
 * @param metadata from the provider, and added by users in Diun
 */
public record Occurrence(
    Image image,
    String hostname,
    String workload,
    String status,
    String provider,
    String digest,
    String created,
    String platform,
    StackName stack,
    Map<String, String> metadata) {}
