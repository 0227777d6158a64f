package diundashboard.tags;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.Collection;

/**
 * Numbers of images that the rules of a tag match.
 *
 * @param count without a tag: these get the tag
 * @param matching all of them
 * @param taggedOtherwise with another tag
 */
@JsonbPropertyOrder({"count", "matching", "taggedOtherwise"})
public record RuleMatches(long count, int matching, long taggedOtherwise) {

  /**
   * Counts matches.
   *
   * @param tags the ids of the tags that the images have; 0 for none
   */
  static RuleMatches of(int tagId, Collection<Integer> tags) {
    return new RuleMatches(
        tags.stream().filter(id -> id == 0).count(),
        tags.size(),
        tags.stream().filter(id -> id != 0 && id != tagId).count());
  }
}
