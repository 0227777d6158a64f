package diundashboard.actions;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.List;

/**
 * A past action.
 *
 * @param actor the caller's name; null if authentication is off
 * @param note null if there is none
 * @param count how many images it changed
 * @param occurrences how many occurrences it changed
 * @param images keys of the first of them, five at most
 * @param undoneAt when it was undone, or null
 */
@JsonbPropertyOrder({"id", "at", "actor", "note", "count", "occurrences", "images", "undoneAt"})
public record PastAction(
    long id,
    Instant at,
    String actor,
    String note,
    int count,
    int occurrences,
    List<String> images,
    Instant undoneAt) {}
