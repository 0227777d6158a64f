package diundashboard.inbox;

import diundashboard.platform.problem.InvalidInputException;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** What the images of a list can be counted by. */
enum Facet {
  TAG,
  HOST,
  REGISTRY,
  STACK;

  /**
   * Facets by their {@link #value()}, separated by commas.
   *
   * @throws InvalidInputException if there is none of a name
   */
  static Set<Facet> setOf(String text) {
    var facets = new TreeSet<Facet>();
    for (var name : text.split(",", -1)) facets.add(of(name));
    return facets;
  }

  private static Facet of(String text) {
    for (var facet : values()) {
      if (facet.value().equals(text)) return facet;
    }
    throw new InvalidInputException(
        "counts",
        "There are no counts by '"
            + text
            + "'; give some of tag, host, registry and stack, with commas between.");
  }

  String value() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * How many images of a list have something in common.
   *
   * @param key what a search knows it by; null where they have none
   * @param name what people know it by
   */
  @JsonbPropertyOrder({"key", "name", "count"})
  public record FacetCount(String key, String name, long count) {}
}
