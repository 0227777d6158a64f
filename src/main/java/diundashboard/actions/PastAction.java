package diundashboard.actions;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.List;

/**
 * What was done at once some time ago.
 *
 * @param actor who did it; null where nobody signs in
 * @param note null if there is none
 * @param count how many images it changed
 * @param images the first of them, five at most
 * @param undoneAt null if it was not undone
 */
@JsonbPropertyOrder({"id", "at", "actor", "note", "count", "images", "undoneAt"})
public record PastAction(
    long id,
    Instant at,
    String actor,
    String note,
    int count,
    List<String> images,
    Instant undoneAt) {}
