package diundashboard.actions;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.List;

/**
 * A past action.
 *
 * @param kind such as {@code acknowledgement}
 * @param actor the caller's name; null if authentication is off
 * @param note null if there is none
 * @param until when a snooze ends, or {@code next-digest}; null for other actions, and for snoozes
 *     that were made before the end was stored
 * @param count how many images it changed
 * @param occurrences how many occurrences it changed
 * @param host the hostname of the host of all of them, or null if there are several
 * @param hostName the name of this host, which may be its hostname
 * @param images keys of the first images, five at most
 * @param undoneAt when it was undone, or null
 * @param undoneBy who undid it; null if it was not undone, or if that is unknown
 */
@JsonbPropertyOrder({
  "id",
  "kind",
  "at",
  "actor",
  "note",
  "until",
  "count",
  "occurrences",
  "host",
  "hostName",
  "images",
  "undoneAt",
  "undoneBy"
})
public record PastAction(
    long id,
    String kind,
    Instant at,
    String actor,
    String note,
    String until,
    int count,
    int occurrences,
    String host,
    String hostName,
    List<String> images,
    Instant undoneAt,
    String undoneBy) {

  /**
   * An occurrence that an action changed.
   *
   * @param image the key of the image
   * @param host a hostname
   * @param hostName the name of the host, which may be its hostname
   * @param workload null if it has none
   */
  @JsonbPropertyOrder({"image", "host", "hostName", "workload"})
  public record Place(String image, String host, String hostName, String workload) {}
}
