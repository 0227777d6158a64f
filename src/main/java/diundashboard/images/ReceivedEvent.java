package diundashboard.images;

import diundashboard.platform.database.StorableText;
import diundashboard.versions.VersionChange;
import diundashboard.versions.VersionChange.Reported;
import java.time.Instant;
import java.util.List;

/**
 * A notification about an image at one place.
 *
 * @param body the notification as received
 */
public record ReceivedEvent(DiunEvent event, Occurrence occurrence, String body, Instant at) {

  /** Returns the key of the image as the database stores it. */
  public String key() {
    return StorableText.of(occurrence.image().key());
  }

  /** Returns what the update changes if nothing is known about its place. */
  VersionChange change() {
    return VersionChange.of(reported(), List.of());
  }

  private Reported reported() {
    return new Reported(
        StorableText.of(occurrence.image().tag()),
        occurrence.digest(),
        occurrence.status().equals("update"),
        occurrence.metadata().getOrDefault("current_tag", ""),
        "");
  }
}
