package diundashboard.tags;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;

/**
 * A tag with all that people set of it.
 *
 * @param id from 1
 * @param name unique, not blank
 * @param colour one of {@link TagColour}; null for none
 * @param position tags are listed by it from 0, and by name where several have the same
 * @param counts of its images
 * @param rules by which it is given
 */
@JsonbPropertyOrder({"id", "name", "colour", "position", "counts", "rules"})
public record TagDetails(
    int id, String name, String colour, int position, Counts counts, List<TagRule> rules) {

  /**
   * How many images have the tag.
   *
   * @param pending those that wait to be seen to
   */
  @JsonbPropertyOrder({"pending", "all"})
  public record Counts(int pending, int all) {}
}
