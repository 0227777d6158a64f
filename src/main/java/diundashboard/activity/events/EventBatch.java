package diundashboard.activity.events;

import diundashboard.activity.ActivityEntry;
import diundashboard.activity.ActivityKind;
import java.util.ArrayList;
import java.util.List;

/**
 * Consecutive activities that are told as one, because they were done at once: they have all in
 * common but image and digest. A notification always stands alone.
 */
final class EventBatch {

  private final ActivityEntry first;
  private final List<String> images = new ArrayList<>();
  private long last;
  private int count;

  EventBatch(ActivityEntry first) {
    this.first = first;
    add(first);
  }

  /** Takes an activity in if it belongs here; says whether it does. */
  boolean take(ActivityEntry next) {
    if (next.kind().equals(ActivityKind.NOTIFIED.value()) || !shared(next).equals(shared(first)))
      return false;
    add(next);
    return true;
  }

  ServerSentEvent message() {
    return ServerSentEvent.of(
        last,
        first.kind(),
        new ActivityEvent(
            last,
            first.at(),
            first.kind(),
            count == 1 ? first.image() : null,
            first.host(),
            first.workload(),
            count == 1 ? first.digest() : null,
            first.actor(),
            first.note(),
            first.changeId(),
            count,
            images));
  }

  private void add(ActivityEntry activity) {
    last = activity.id();
    count++;
    if (activity.image() != null && images.size() < ActivityEvent.MAX_IMAGES)
      images.add(activity.image());
  }

  private static ActivityEntry shared(ActivityEntry activity) {
    return new ActivityEntry(
        0,
        activity.at(),
        activity.kind(),
        null,
        activity.host(),
        activity.workload(),
        null,
        activity.actor(),
        activity.note(),
        activity.changeId());
  }
}
