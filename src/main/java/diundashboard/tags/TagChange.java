package diundashboard.tags;

import java.util.List;

/**
 * What to set of a tag; null leaves it as it is.
 *
 * @param name unique, not blank
 * @param colour one of {@link Colour}, or empty for none
 * @param position from 0
 * @param rules all that it shall have
 */
public record TagChange(String name, String colour, Integer position, List<TagRule> rules) {

  static TagChange named(String name) {
    return new TagChange(name, "", null, List.of());
  }
}
