package diundashboard.images;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;

/**
 * What Diun said of an image: the eleven members of its webhook's body since v4.24. Whatever was
 * not said is empty.
 *
 * @param diunVersion such as {@code v4.33.0}
 * @param hostname of the Diun process
 * @param status {@code new} or {@code update}
 * @param provider docker, swarm, kubernetes, nomad, containerd, dockerfile or file
 * @param image the reference as sent, possibly with a digest behind its tag
 * @param hubLink chosen by whoever published the image: not to be trusted
 * @param mimeType of the manifest
 * @param digest of the manifest, of the index for an image with several platforms
 * @param created when the image was built, RFC 3339; {@link #CREATED_UNKNOWN} if nobody knows
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
public record DiunEvent(
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

  /** Go's zero time, which the Go original shows where Diun knew no time. */
  public static final String CREATED_UNKNOWN = "0001-01-01T00:00:00Z";

  /**
   * What the Go original keeps of the metadata.
   *
   * @param workload where the image runs, in the words of its provider
   */
  @JsonbPropertyOrder({"workload", "ctnId", "ctnState", "ctnStatus"})
  public record Metadata(
      @JsonbProperty("ctn_names") String workload,
      String ctnId,
      String ctnState,
      String ctnStatus) {

    /**
     * Of one member only: Yasson hashes what it writes, which took a quarter of the time of a long
     * list.
     */
    @Override
    public int hashCode() {
      return workload.hashCode();
    }
  }

  /** As for {@link Metadata#hashCode()}. */
  @Override
  public int hashCode() {
    return image.hashCode();
  }
}
