package diundashboard.tags;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;

/**
 * A tag with its settings.
 *
 * @param id from 1
 * @param name unique, not blank
 * @param colour a colour of {@link TagColour}; null for none
 * @param position from 0; tags are sorted by position, then by name
 * @param hold how long its images are held back, see {@link
 *     diundashboard.platform.config.HoldPolicy}; null for the setting
 * @param counts numbers of its images
 * @param rules rules that assign the tag automatically
 */
@JsonbPropertyOrder({"id", "name", "colour", "position", "hold", "counts", "rules"})
public record TagDetails(
    int id,
    String name,
    String colour,
    int position,
    String hold,
    Counts counts,
    List<TagRule> rules) {

  TagDetails withRules(List<TagRule> rules) {
    return new TagDetails(id, name, colour, position, hold, counts, rules);
  }

  /**
   * Numbers of images with the tag.
   *
   * @param pending pending images, without snoozed ones
   * @param all all images
   */
  @JsonbPropertyOrder({"pending", "all"})
  public record Counts(long pending, long all) {}
}
