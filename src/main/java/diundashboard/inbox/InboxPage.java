package diundashboard.inbox;

import diundashboard.inbox.Facet.FacetCount;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import java.util.Map;

/**
 * One page of images.
 *
 * @param nextCursor the cursor of the next page; null on the last page
 * @param total the number of images on all pages
 * @param tz the time zone of the days in the search; absent if there are none
 * @param counts the images of all pages by facet, see {@link Facet#value()}; absent unless
 *     requested
 */
@JsonbPropertyOrder({"items", "nextCursor", "total", "tz", "counts"})
public record InboxPage(
    List<InboxItem> items,
    String nextCursor,
    long total,
    @JsonbNillable(false) String tz,
    @JsonbNillable(false) Map<String, List<FacetCount>> counts) {}
