package diundashboard.tags;

import diundashboard.counts.ImageProfile;
import diundashboard.images.UpdateState;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A tag with its settings.
 *
 * @param id from 1
 * @param name unique, not blank
 * @param colour a colour of {@link TagColour}; null for none
 * @param position from 0; tags are sorted by position, then by name
 * @param counts numbers of its images
 * @param rules rules that assign the tag automatically
 */
@JsonbPropertyOrder({"id", "name", "colour", "position", "counts", "rules"})
public record TagDetails(
    int id, String name, String colour, int position, Counts counts, List<TagRule> rules) {

  TagDetails withRules(List<TagRule> rules) {
    return new TagDetails(id, name, colour, position, counts, rules);
  }

  /**
   * Numbers of images with the tag.
   *
   * @param pending pending images, without snoozed ones
   * @param all all images
   */
  @JsonbPropertyOrder({"pending", "all"})
  public record Counts(int pending, int all) {

    static final Counts NONE = new Counts(0, 0);

    /** Returns the counts by the id of the tag, from the number of images of each profile. */
    static Map<Integer, Counts> of(Map<ImageProfile, Integer> images) {
      var counts = new HashMap<Integer, Counts>();
      images.forEach(
          (image, number) ->
              counts.merge(
                  image.tagId(),
                  new Counts(image.isIn(UpdateState.PENDING) ? number : 0, number),
                  Counts::plus));
      return counts;
    }

    private Counts plus(Counts other) {
      return new Counts(pending + other.pending, all + other.all);
    }
  }
}
