package diundashboard.activity.events;

import diundashboard.activity.ActivityEntry;
import diundashboard.activity.ActivityKind;
import diundashboard.versions.ChangeView;
import diundashboard.versions.VersionChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Consecutive log entries of one action, which are sent as one event. They differ in image and
 * digest only. Each notification is an event of its own.
 */
final class EventBatch {

  private final ActivityEntry first;
  private final VersionChange change;
  private final List<String> images = new ArrayList<>();
  private long lastId;
  private int count;

  /**
   * @param change what the update of a notification changes; null if unknown
   */
  EventBatch(ActivityEntry first, VersionChange change) {
    this.first = first;
    this.change = change;
    append(first);
  }

  /** Adds an entry if it belongs to the same action, and returns whether it does. */
  boolean add(ActivityEntry next) {
    if (next.kind().equals(ActivityKind.NOTIFIED.value())) return false;
    if (!Action.of(next).equals(Action.of(first))) return false;
    append(next);
    return true;
  }

  private void append(ActivityEntry entry) {
    lastId = entry.id();
    count++;
    if (entry.image() != null && images.size() < ActivityEvent.MAX_IMAGES)
      images.add(entry.image());
  }

  ServerSentEvent toEvent() {
    return ServerSentEvent.of(
        lastId,
        first.kind(),
        new ActivityEvent(
            lastId,
            first.at(),
            first.kind(),
            count == 1 ? first.image() : null,
            first.host(),
            first.workload(),
            count == 1 ? first.digest() : null,
            first.actor(),
            first.note(),
            first.changeId(),
            change == null ? null : ChangeView.of(change),
            count,
            images));
  }

  private record Action(
      Instant at,
      String kind,
      String host,
      String workload,
      String actor,
      String note,
      Long changeId) {

    static Action of(ActivityEntry entry) {
      return new Action(
          entry.at(),
          entry.kind(),
          entry.host(),
          entry.workload(),
          entry.actor(),
          entry.note(),
          entry.changeId());
    }
  }
}
