package diundashboard.images;

/**
 * An event of an image: the eleven members of Diun's webhook body since v4.24. Missing members are
 * empty.
 *
 * @param diunVersion such as {@code v4.33.0}
 * @param hostname of the Diun process
 * @param status {@code new} or {@code update}
 * @param provider docker, swarm, kubernetes, nomad, containerd, dockerfile or file
 * @param image the reference as sent, possibly with a digest after the tag
 * @param hubLink set by the image publisher, untrusted
 * @param mimeType of the manifest
 * @param digest of the manifest, of the index for an image with several platforms
 * @param created the {@link BuildTime}; {@link #CREATED_UNKNOWN} if unknown
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

  /** Go's zero time, which the Go original shows if the time is unknown. */
  public static final String CREATED_UNKNOWN = "0001-01-01T00:00:00Z";

  /**
   * The members of the metadata that have columns.
   *
   * @param ctnName names of the container as sent; the {@link WorkloadName} if there are none
   */
  public record Metadata(String ctnName, String ctnId, String ctnState, String ctnStatus) {}
}
