package diundashboard.actions;

import diundashboard.idempotency.Part;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of the images of an action, which one transaction changes.
 *
 * @param images their keys
 */
public record Portion(List<String> images, boolean isFirst, boolean isLast) implements Part {

  /** Small enough that other writers wait less than a second on a slow disk. */
  private static final int MAX_IMAGES = 2_000;

  /**
   * Returns the portions of images, at least one.
   *
   * @param images their keys
   */
  static List<Portion> of(List<String> images) {
    var portions = new ArrayList<Portion>();
    var from = 0;
    do {
      var to = Math.min(from + MAX_IMAGES, images.size());
      portions.add(new Portion(images.subList(from, to), from == 0, to == images.size()));
      from = to;
    } while (from < images.size());
    return portions;
  }
}
