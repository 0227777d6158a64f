package diundashboard.inbox;

import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;

/**
 * The part of {@code GET /api/v1/inbox} about images.
 *
 * @param images the first page
 * @param named the named images that the search finds; absent unless requested
 * @param base the images that the search {@code base} finds, by kind; absent unless requested
 * @param old how many of these are pending for over 30 days
 * @param all all images, by state
 */
@JsonbPropertyOrder({"images", "named", "base", "old", "all"})
public record InboxStart(
    InboxPage images,
    @JsonbNillable(false) List<InboxItem> named,
    @JsonbNillable(false) Totals base,
    @JsonbNillable(false) Long old,
    Totals all) {}
