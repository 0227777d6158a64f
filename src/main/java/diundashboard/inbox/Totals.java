package diundashboard.inbox;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;
import static java.util.Comparator.reverseOrder;

import diundashboard.inbox.Facet.FacetCount;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Counts of the images on all pages of a list.
 *
 * @param counts by facet, see {@link Facet#value()}, largest first; null if none was requested
 */
@JsonbPropertyOrder({"total", "counts"})
public record Totals(long total, @JsonbNillable(false) Map<String, List<FacetCount>> counts) {

  /** The number of hosts and stacks is unlimited, because senders choose their names. */
  private static final int MAX_COUNTS = 1000;

  private static final Comparator<FacetCount> LARGEST_FIRST =
      comparing(FacetCount::count, reverseOrder())
          .thenComparing(FacetCount::key, nullsFirst(naturalOrder()));

  /** Returns the number of images with a value of a facet that was counted. */
  long countOf(Facet facet, String key) {
    return counts.get(facet.value()).stream()
        .filter(each -> key.equals(each.key()))
        .mapToLong(FacetCount::count)
        .sum();
  }

  /** Sorts and limits the counts of each facet. */
  static Totals of(long total, Set<Facet> facets, Function<Facet, List<FacetCount>> count) {
    if (facets.isEmpty()) return new Totals(total, null);
    var counts = new TreeMap<String, List<FacetCount>>();
    for (var facet : facets) {
      counts.put(
          facet.value(),
          count.apply(facet).stream().sorted(LARGEST_FIRST).limit(MAX_COUNTS).toList());
    }
    return new Totals(total, counts);
  }
}
