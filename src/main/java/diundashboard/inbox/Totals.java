package diundashboard.inbox;

import java.util.List;
import java.util.Map;

/**
 * How many images a list holds on all its pages.
 *
 * @param counts by what was asked for, see {@link Facet#value()}; null if nothing was
 */
record Totals(long total, Map<String, List<Facet.FacetCount>> counts) {}
