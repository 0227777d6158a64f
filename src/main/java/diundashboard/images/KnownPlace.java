package diundashboard.images;

import java.time.Instant;
import java.util.Map;

/**
 * A place of an image, as Diun has reported it last.
 *
 * @param event of the image, at this place or another one
 * @param doneDigest the digest that was last marked as done; empty if none was
 */
public record KnownPlace(Occurrence occurrence, DiunEvent event, String doneDigest) {

  /** True if only an import knows the place. Diun names a provider. */
  public boolean isImported() {
    return occurrence.provider().isEmpty() && occurrence.workload().isEmpty();
  }

  /** Returns the event that Diun would have sent when it found another manifest. */
  public ReceivedEvent missed(
      String digest, String mimeType, String created, String platform, Instant at) {
    var missed =
        new Occurrence(
            occurrence.image(),
            occurrence.hostname(),
            occurrence.workload(),
            "update",
            occurrence.provider(),
            digest,
            created,
            platform.isEmpty() ? occurrence.platform() : platform,
            occurrence.stack(),
            occurrence.metadata());
    var sent =
        new DiunEvent(
            event.diunVersion(),
            missed.hostname(),
            missed.status(),
            missed.provider(),
            event.image(),
            event.hubLink(),
            mimeType,
            missed.digest(),
            missed.created(),
            missed.platform(),
            event.metadata());
    return new ReceivedEvent(sent, missed, "", at);
  }

  /** Returns the event of an image that nobody has reported, at a place without a workload. */
  public static ReceivedEvent first(
      Image image,
      String hostname,
      String digest,
      String mimeType,
      String created,
      String platform,
      Instant at) {
    var occurrence =
        new Occurrence(
            image, hostname, "", "new", "", digest, created, platform, StackName.UNKNOWN, Map.of());
    var event =
        new DiunEvent(
            "",
            hostname,
            "new",
            "",
            image.toString(),
            "",
            mimeType,
            digest,
            created,
            platform,
            new DiunEvent.Metadata("", "", "", ""));
    return new ReceivedEvent(event, occurrence, "", at);
  }
}
