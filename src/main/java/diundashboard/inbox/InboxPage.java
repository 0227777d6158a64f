package diundashboard.inbox;

import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import java.util.Map;

/**
 * One page of images.
 *
 * @param nextCursor where the next one begins; null behind the last one
 * @param total how many images there are on all pages
 * @param counts how many of these have a tag, host, registry or stack in common; not there unless
 *     asked for
 */
@JsonbPropertyOrder({"items", "nextCursor", "total", "counts"})
public record InboxPage(
    List<InboxItem> items,
    String nextCursor,
    long total,
    @JsonbNillable(false) Map<String, List<Facet.FacetCount>> counts) {}
