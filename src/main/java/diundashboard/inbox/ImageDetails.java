package diundashboard.inbox;

import diundashboard.activity.ActivityEntry;
import diundashboard.platform.json.JsonbProvider;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;

/** One image with its latest notification and its history. In JSON it is a single object. */
public record ImageDetails(InboxItem item, Details details) {

  /** Returns the members of the item, followed by those of the details. */
  byte[] toJson() {
    return JsonbProvider.writeBytes(item, details);
  }

  /**
   * The members that only the details have.
   *
   * @param notification the body of the latest notification, as received; null if the Go original
   *     received it
   * @param sentImage the reference in the latest notification, as received; null if the Go original
   *     received it
   * @param history the newest 100 log entries of the image, newest first
   * @param historyCursor continues the history in {@code GET /api/v1/activity?image=}; null at the
   *     end
   */
  @JsonbPropertyOrder({"notification", "sentImage", "history", "historyCursor"})
  public record Details(
      String notification, String sentImage, List<ActivityEntry> history, String historyCursor) {}
}
