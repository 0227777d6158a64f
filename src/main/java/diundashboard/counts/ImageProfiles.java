package diundashboard.counts;

import static java.util.Comparator.naturalOrder;
import static java.util.function.BinaryOperator.minBy;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import diundashboard.counts.ImageProfile.Place;
import diundashboard.counts.ImageProfileDao.ProfiledImage;
import diundashboard.images.UpdateState;
import diundashboard.versions.ChangeKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

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

  /**
   * @param pendingSince in milliseconds since the epoch
   */
  private record Known(Group group, long pendingSince, String text) {}

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
    if (isComplete)
      images.put(
          current.image(), new Known(group, current.pendingSince().toEpochMilli(), current.text()));
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
   * Returns since when the oldest pending image of each kind is pending.
   *
   * @return empty if images are only counted
   */
  Optional<Map<ChangeKind, Instant>> oldestPending() {
    if (!isComplete) return Optional.empty();
    var oldestOf = new HashMap<Group, Long>();
    for (var image : images.values()) {
      if (image.group.profile.state() == UpdateState.PENDING) {
        oldestOf.merge(image.group, image.pendingSince, Math::min);
      }
    }
    var oldest = new EnumMap<ChangeKind, Instant>(ChangeKind.class);
    oldestOf.forEach(
        (group, since) ->
            group
                .profile
                .values(place -> place.state() == UpdateState.PENDING, Place::kind)
                .forEach(
                    kind ->
                        oldest.merge(kind, Instant.ofEpochMilli(since), minBy(naturalOrder()))));
    return Optional.of(oldest);
  }

  /**
   * Returns since when open images are pending, by properties of which an image can have several.
   *
   * @return in milliseconds since the epoch; empty if images are only counted
   */
  <K> Optional<Map<K, List<Long>>> pendingSince(Function<ImageProfile, Set<K>> properties) {
    if (!isComplete) return Optional.empty();
    var since = new HashMap<K, List<Long>>();
    images.values().stream()
        .filter(image -> image.group.profile.isOpen())
        .collect(groupingBy(Known::group, mapping(Known::pendingSince, toList())))
        .forEach(
            (group, each) ->
                properties
                    .apply(group.profile)
                    .forEach(
                        key -> since.computeIfAbsent(key, any -> new ArrayList<>()).addAll(each)));
    return Optional.of(since);
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
