package diundashboard.activity.events;

import diundashboard.activity.ActivityEntry;
import diundashboard.versions.ChangeView;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.List;

/**
 * One log entry or all entries of one action, as sent to clients. The other members are those of
 * {@link ActivityEntry}.
 *
 * @param id of the last entry
 * @param image null if there are several
 * @param digest null if there are several images
 * @param change what the update of a notification changes; null for other kinds
 * @param count the number of entries, from 1
 * @param images the first images, at most {@value #MAX_IMAGES}
 */
@JsonbPropertyOrder({
  "id",
  "at",
  "kind",
  "image",
  "host",
  "workload",
  "digest",
  "actor",
  "note",
  "changeId",
  "change",
  "count",
  "images"
})
public record ActivityEvent(
    long id,
    Instant at,
    String kind,
    String image,
    String host,
    String workload,
    String digest,
    String actor,
    String note,
    Long changeId,
    ChangeView change,
    int count,
    List<String> images) {

  static final int MAX_IMAGES = 20;
}
