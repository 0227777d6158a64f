package diundashboard.goapi;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;

/**
 * The last notification of an image: the eleven members of Diun's webhook body, in its order. A
 * member that Diun did not send is empty.
 *
 * @param diunVersion such as {@code v4.33.0}
 * @param hostname of the Diun process
 * @param status {@code new} or {@code update}
 * @param provider docker, swarm, kubernetes, nomad, containerd, dockerfile or file
 * @param image the reference as sent, possibly with a digest after its tag
 * @param hubLink untrusted: the publisher of the image chooses it
 * @param mimeType of the manifest
 * @param digest of the manifest; of the index for a multi-platform image
 * @param created build time in RFC 3339; {@code 0001-01-01T00:00:00Z} if unknown
 * @param platform {@code os/arch[/variant]}
 */
@JsonbPropertyOrder({
  "diunVersion",
  "hostname",
  "status",
  "provider",
  "image",
  "hubLink",
  "mimeType",
  "digest",
  "created",
  "platform",
  "metadata"
})
public record GoEvent(
    String diunVersion,
    String hostname,
    String status,
    String provider,
    String image,
    String hubLink,
    String mimeType,
    String digest,
    String created,
    String platform,
    Metadata metadata) {

  /**
   * The metadata members that the Go original stores.
   *
   * @param workload names of the container as sent; for a provider that sends none, the name of its
   *     workload
   */
  @JsonbPropertyOrder({"workload", "ctnId", "ctnState", "ctnStatus"})
  public record Metadata(
      @JsonbProperty("ctn_names") String workload,
      String ctnId,
      String ctnState,
      String ctnStatus) {

    /**
     * Hashes one member only. Yasson hashes every object that it writes, which took a quarter of
     * the time of a long list.
     */
    @Override
    public int hashCode() {
      return workload.hashCode();
    }
  }

  /** Hashes one member only, see {@link Metadata#hashCode()}. */
  @Override
  public int hashCode() {
    return image.hashCode();
  }
}
