package diundashboard.live;

import diundashboard.activity.Activity;
import diundashboard.activity.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Consecutive activities that are told as one, because they were done at once: they have all in
 * common but image and digest. A notification always stands alone.
 */
final class Group {

  private final Activity first;
  private final List<String> images = new ArrayList<>();
  private long last;
  private int count;

  Group(Activity first) {
    this.first = first;
    add(first);
  }

  /** Takes an activity in if it belongs here; says whether it does. */
  boolean take(Activity next) {
    if (next.kind().equals(Kind.NOTIFIED.value()) || !shared(next).equals(shared(first)))
      return false;
    add(next);
    return true;
  }

  Message message() {
    return Message.of(
        last,
        first.kind(),
        new Happening(
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

  private void add(Activity activity) {
    last = activity.id();
    count++;
    if (activity.image() != null && images.size() < Happening.MAX_IMAGES)
      images.add(activity.image());
  }

  private static Activity shared(Activity activity) {
    return new Activity(
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
