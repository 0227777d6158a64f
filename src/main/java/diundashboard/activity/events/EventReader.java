package diundashboard.activity.events;

import diundashboard.activity.ActivityDao;
import diundashboard.activity.ActivityDao.Range;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** The activity log as messages. */
@Dependent
class EventReader {

  private static final int BATCH = 1000;

  @Inject private ActivityDao activity;

  Range range() {
    return activity.range();
  }

  /**
   * The messages that follow an id, not necessarily all, but none only if there is nothing. A group
   * is read to its end, however long it is.
   */
  List<ServerSentEvent> after(long id) {
    var messages = new ArrayList<ServerSentEvent>();
    EventBatch group = null;
    var last = id;
    var isMore = true;
    while (isMore && messages.isEmpty()) {
      var rows = activity.after(last, BATCH);
      for (var row : rows) {
        last = row.id();
        if (group != null && group.take(row)) continue;
        if (group != null) messages.add(group.message());
        group = new EventBatch(row);
      }
      isMore = rows.size() == BATCH;
    }
    if (!isMore && group != null) messages.add(group.message());
    return messages;
  }
}
