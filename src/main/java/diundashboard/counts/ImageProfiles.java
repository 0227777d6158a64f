package diundashboard.counts;

import java.util.HashMap;
import java.util.Map;

/** The profiles of all images, each profile with the number of its images. Not thread-safe. */
final class ImageProfiles {

  private final int maxImages;
  private final Map<String, Group> groups = new HashMap<>();
  private final Map<ImageProfile, Group> counted = new HashMap<>();
  private boolean isComplete = true;

  /**
   * @param maxImages of how many images the profiles are kept; more are only counted
   */
  ImageProfiles(int maxImages) {
    this.maxImages = maxImages;
  }

  /** Images with the same profile. */
  private static final class Group {
    private final ImageProfile profile;
    private int images;

    private Group(ImageProfile profile) {
      this.profile = profile;
    }
  }

  /** False if there are too many images to replace their profiles. */
  boolean isComplete() {
    return isComplete;
  }

  /** Adds an image, or replaces its profile. */
  void put(String image, ImageProfile profile) {
    remove(image);
    var group = counted.computeIfAbsent(profile, Group::new);
    group.images++;
    if (isComplete && groups.size() == maxImages) {
      isComplete = false;
      groups.clear();
    }
    if (isComplete) groups.put(image, group);
  }

  void remove(String image) {
    var group = groups.remove(image);
    if (group != null && --group.images == 0) counted.remove(group.profile);
  }

  /** Returns the number of images of each profile. */
  Map<ImageProfile, Integer> counts() {
    var counts = new HashMap<ImageProfile, Integer>();
    counted.values().forEach(group -> counts.put(group.profile, group.images));
    return counts;
  }
}
