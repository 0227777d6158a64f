package diundashboard.images;

import java.util.Collection;
import java.util.List;

/**
 * The images that an action changed.
 *
 * @param images keys of all images that it changed
 * @param moved keys of the images among them that became pending or done
 */
public record ImageChanges(Collection<String> images, Collection<String> moved, Effect effect) {

  /** The effect on the images that moved. */
  public enum Effect {
    /** They were done and are pending again. */
    OPENED,
    /** They are done. */
    CLOSED,
    /** No image moved. */
    UNCHANGED
  }

  public static ImageChanges opened(Collection<String> images, Collection<String> opened) {
    return new ImageChanges(images, opened, Effect.OPENED);
  }

  public static ImageChanges closed(Collection<String> images, Collection<String> closed) {
    return new ImageChanges(images, closed, Effect.CLOSED);
  }

  public static ImageChanges unchanged(Collection<String> images) {
    return new ImageChanges(images, List.of(), Effect.UNCHANGED);
  }

  public boolean isEmpty() {
    return images.isEmpty();
  }

  public int count() {
    return images.size();
  }
}
