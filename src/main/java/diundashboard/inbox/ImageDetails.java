package diundashboard.inbox;

import diundashboard.activity.ActivityEntry;
import diundashboard.platform.paging.Page;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;

/**
 * One image with all that is known of it. In JSON the members of the item are its own.
 *
 * @param notification the last one's body, as received; null where the Go original received it
 * @param sentImage the reference as Diun sent it last; null likewise
 * @param history the newest 100 things that happened to it, the newest first
 * @param historyCursor where {@code GET api/v1/activity?image=} goes on; null at the end
 */
@JsonbPropertyOrder({"item", "notification", "sentImage", "history", "historyCursor"})
public record ImageDetails(
    InboxItem item,
    String notification,
    String sentImage,
    List<ActivityEntry> history,
    String historyCursor) {

  /** The same with where it runs, and what happened to it. */
  ImageDetails with(List<InboxItem.OccurrenceView> places, Page<ActivityEntry> entries) {
    return new ImageDetails(
        item.with(places), notification, sentImage, entries.items(), entries.nextCursor());
  }
}
