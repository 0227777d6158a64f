package diundashboard.activity;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;

/**
 * An entry of the activity log. Members that do not apply or are unknown are null.
 *
 * @param id greater than the ids of all earlier entries
 * @param kind a {@link ActivityKind#value()}
 * @param image its key
 * @param host the hostname of a Diun process
 * @param actor a user, {@code token:} and a token's name, or the host of a notification
 * @param note a note, or the name of a tag, host or token
 * @param changeId id of the action that it is part of
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
  "changeId"
})
public record ActivityEntry(
    long id,
    Instant at,
    String kind,
    String image,
    String host,
    String workload,
    String digest,
    String actor,
    String note,
    Long changeId) {}
