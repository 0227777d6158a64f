package diundashboard.inbox;

import diundashboard.platform.json.EnumNames;
import diundashboard.platform.problem.InvalidInputException;
import diundashboard.platform.problem.ProblemCode;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A property that the images of a list are counted by. */
enum Facet {
  TAG,
  HOST,
  REGISTRY,
  STACK,
  WORKLOAD,
  STATE,
  KIND;

  /**
   * Parses facets by their {@link #value()}, separated by commas.
   *
   * @throws InvalidInputException if one is unknown
   */
  static Set<Facet> setOf(String text) {
    var facets = new TreeSet<Facet>();
    for (var name : text.split(",", -1)) facets.add(of(name));
    return facets;
  }

  private static Facet of(String text) {
    return EnumNames.find(Facet.class, text)
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "counts",
                    ProblemCode.UNKNOWN_FACET,
                    Map.of("value", text),
                    "Unknown facet '%s'. Use a comma-separated list of tag, host, registry, stack, workload, state and kind."
                        .formatted(text)));
  }

  /** The name in JSON and in parameters, such as {@code tag}. */
  String value() {
    return EnumNames.of(this);
  }

  /**
   * The number of images that have the same value of a facet.
   *
   * @param key the value that a search finds; null for images without one
   * @param name the value as shown to users
   */
  @JsonbPropertyOrder({"key", "name", "count"})
  public record FacetCount(String key, String name, long count) {}
}
