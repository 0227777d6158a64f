package diundashboard.inbox;

import diundashboard.activity.Activity;
import diundashboard.paging.Page;
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
public record InboxDetail(
    InboxItem item,
    String notification,
    String sentImage,
    List<Activity> history,
    String historyCursor) {

  /** The same with where it runs, and what happened to it. */
  InboxDetail with(List<InboxItem.Place> places, Page<Activity> entries) {
    return new InboxDetail(
        item.with(places), notification, sentImage, entries.items(), entries.nextCursor());
  }
}
