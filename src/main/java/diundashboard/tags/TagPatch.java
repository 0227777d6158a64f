package diundashboard.tags;

import java.util.List;

/**
 * What to set of a tag; null leaves it as it is.
 *
 * @param name unique, not blank
 * @param colour one of {@link TagColour}, or empty for none
 * @param position from 0
 * @param rules all that it shall have
 */
public record TagPatch(String name, String colour, Integer position, List<TagRule> rules) {

  public static TagPatch named(String name) {
    return new TagPatch(name, "", null, List.of());
  }
}
