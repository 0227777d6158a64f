package diundashboard.activity.events;

import diundashboard.activity.ActivityDao;
import diundashboard.activity.ActivityDao.Range;
import diundashboard.activity.ActivityEntry;
import diundashboard.versions.VersionChange;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the activity log as server-sent events. */
@Dependent
class EventReader {

  private static final int MAX_ENTRIES = 1000;

  private final ActivityDao activity;
  private final NotifiedChangeDao changes;

  @Inject
  EventReader(ActivityDao activity, NotifiedChangeDao changes) {
    this.activity = activity;
    this.changes = changes;
  }

  Range range() {
    return activity.range();
  }

  /**
   * Returns events that follow an id, oldest first: not necessarily all, but at least one if there
   * is any. An action of any size is one complete event, even if it has more entries than one query
   * returns.
   */
  List<ServerSentEvent> after(long id) {
    var events = new ArrayList<ServerSentEvent>();
    EventBatch batch = null;
    List<ActivityEntry> entries;
    var last = id;
    do {
      entries = activity.after(last, MAX_ENTRIES);
      var changed = changesOf(entries);
      for (var entry : entries) {
        last = entry.id();
        if (batch != null && batch.add(entry)) continue;
        if (batch != null) events.add(batch.toEvent());
        batch = new EventBatch(entry, changed.get(entry.id()));
      }
    } while (entries.size() == MAX_ENTRIES && events.isEmpty());
    if (batch != null && entries.size() < MAX_ENTRIES) events.add(batch.toEvent());
    return events;
  }

  private Map<Long, VersionChange> changesOf(List<ActivityEntry> entries) {
    return entries.isEmpty()
        ? Map.of()
        : changes.between(entries.get(0).id(), entries.get(entries.size() - 1).id());
  }
}
