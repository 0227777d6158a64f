package diundashboard.images;

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
   * The members of the metadata that have columns.
   *
   * @param workload name of the container, task or pod, as its provider calls it
   */
  public record Metadata(String workload, String ctnId, String ctnState, String ctnStatus) {}
}
