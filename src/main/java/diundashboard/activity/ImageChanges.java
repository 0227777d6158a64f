package diundashboard.activity;

import java.util.Collection;
import java.util.List;

/**
 * The images that an action changed.
 *
 * @param images keys of all that it changed
 * @param moved keys of those among them that the effect applies to
 */
public record ImageChanges(Collection<String> images, Collection<String> moved, Effect effect) {

  /** The effect on the number of images that are not done. */
  public enum Effect {
    /** Images that were done are pending again. */
    OPENED(1),
    /** Images are done. */
    CLOSED(-1),
    UNCHANGED(0);

    private final int value;

    Effect(int value) {
      this.value = value;
    }

    /** The value of the column {@code opened}, whose sum is the change of that number. */
    int value() {
      return value;
    }
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
}
