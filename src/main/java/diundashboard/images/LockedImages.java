package diundashboard.images;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Images that the transaction has locked, before they change.
 *
 * @param isOpen whether each is pending or snoozed, by key
 */
public record LockedImages(Map<String, Boolean> isOpen) {

  /** Returns their keys, sorted. */
  public Set<String> keys() {
    return new TreeSet<>(isOpen.keySet());
  }

  /**
   * Compares them with their state after a change.
   *
   * @param changed keys of the images that changed
   * @param openNow keys of the images that are open now
   */
  public ImageChanges changes(Collection<String> changed, Collection<String> openNow) {
    var open = new HashSet<>(openNow);
    var opened = new TreeSet<String>();
    var closed = new TreeSet<String>();
    for (var image : changed) {
      var wasOpen = isOpen.getOrDefault(image, false);
      if (wasOpen && !open.contains(image)) closed.add(image);
      if (!wasOpen && open.contains(image)) opened.add(image);
    }
    return new ImageChanges(changed, opened, closed);
  }
}
