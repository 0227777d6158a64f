package diundashboard.tags;

import java.util.List;

/**
 * The values of a new tag, or the changes to a tag. Null leaves a value unchanged.
 *
 * @param name unique, not blank
 * @param colour a colour of {@link TagColour}, or empty for none
 * @param position from 0; null for a new tag, which comes last
 * @param hold how long its images are held back, or empty for the setting
 * @param rules replace all rules of the tag
 */
public record TagPatch(
    String name, String colour, Integer position, String hold, List<TagRule> rules) {

  /** A new tag with a name only. */
  public static TagPatch named(String name) {
    return new TagPatch(name, "", null, "", List.of());
  }

  boolean isEmpty() {
    return name == null && colour == null && position == null && hold == null && rules == null;
  }
}
