package diundashboard.activity;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;

/**
 * Something that happened; whatever it does not concern, or nobody knows, is null.
 *
 * @param id greater than those of all that happened before
 * @param kind a {@link ActivityKind#value()}
 * @param image its key
 * @param host the hostname of a Diun process
 * @param actor who did it: a user, {@code token:} and a token's name, or for a notification its
 *     host
 * @param changeId of the change that it is part of
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
