package diundashboard.images;

import diundashboard.platform.database.StorableText;
import java.time.Instant;

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
}
