package diundashboard.activity.events;

import diundashboard.activity.ActivityEntry;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.List;

/**
 * What clients are told: one activity, or all of one change; its members are those of {@link
 * ActivityEntry}.
 *
 * @param id of the last of them
 * @param image null also if there are several
 * @param digest null also if there are several
 * @param count how many there are
 * @param images the first of them, {@value #MAX_IMAGES} at most
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
    int count,
    List<String> images) {

  static final int MAX_IMAGES = 20;
}
