package diundashboard.images;

import java.util.Collection;
import java.util.List;

/**
 * The images that an action changed.
 *
 * @param images keys of all images that it changed
 * @param opened keys of those that were done or muted, and are pending or snoozed again
 * @param closed keys of those that were pending or snoozed, and are done or muted
 */
public record ImageChanges(
    Collection<String> images, Collection<String> opened, Collection<String> closed) {

  /** Changes that opened and closed none. */
  public static ImageChanges unmoved(Collection<String> images) {
    return new ImageChanges(images, List.of(), List.of());
  }

  public boolean isEmpty() {
    return images.isEmpty();
  }

  public int count() {
    return images.size();
  }
}
