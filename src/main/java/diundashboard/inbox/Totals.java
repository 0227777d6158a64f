package diundashboard.inbox;

import diundashboard.inbox.Facet.FacetCount;
import java.util.List;
import java.util.Map;

/**
 * Counts of the images on all pages of a list.
 *
 * @param counts by facet, see {@link Facet#value()}; null if none was requested
 */
record Totals(long total, Map<String, List<FacetCount>> counts) {}
