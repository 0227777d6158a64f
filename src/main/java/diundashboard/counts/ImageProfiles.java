package diundashboard.counts;

import diundashboard.counts.ImageProfileDao.ProfiledImage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The profiles and the texts of all images, and the number of images of each profile. Not
 * thread-safe.
 */
final class ImageProfiles {

  private final int maxImages;
  private final Map<String, Known> images = new HashMap<>();
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

  private record Known(Group group, String text) {}

  /** False if there are too many images to replace their profiles. */
  boolean isComplete() {
    return isComplete;
  }

  /** Adds an image, or replaces its profile. */
  void put(ProfiledImage current) {
    remove(current.image());
    var group = counted.computeIfAbsent(current.profile(), Group::new);
    group.images++;
    if (isComplete && images.size() == maxImages) {
      isComplete = false;
      images.clear();
    }
    if (isComplete) images.put(current.image(), new Known(group, current.text()));
  }

  void remove(String image) {
    var known = images.remove(image);
    if (known == null) return;
    var group = known.group;
    group.images--;
    if (group.images == 0) counted.remove(group.profile);
  }

  CountedImages counts() {
    var counts = new HashMap<ImageProfile, Integer>();
    counted.values().forEach(group -> counts.put(group.profile, group.images));
    return new CountedImages(counts);
  }

  /**
   * Returns the images whose text contains all words.
   *
   * @param limit the maximum number of images
   * @return empty if there are more, or if texts are not kept
   */
  Optional<List<String>> containing(List<String> words, int limit) {
    if (!isComplete) return Optional.empty();
    var found =
        images.entrySet().stream()
            .filter(image -> words.stream().allMatch(image.getValue().text::contains))
            .limit(limit + 1L)
            .map(Map.Entry::getKey)
            .toList();
    return Optional.of(found).filter(each -> each.size() <= limit);
  }
}
