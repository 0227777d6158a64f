package diundashboard.counts;

import static java.util.stream.Collectors.toMap;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Images by their profiles.
 *
 * @param byProfile the number of images of each profile
 */
public record CountedImages(Map<ImageProfile, Integer> byProfile) {

  /** Returns the images whose profiles match a condition. */
  public CountedImages where(Predicate<ImageProfile> condition) {
    return new CountedImages(
        byProfile.entrySet().stream()
            .filter(each -> condition.test(each.getKey()))
            .collect(toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  public long total() {
    return byProfile.values().stream().mapToLong(Integer::longValue).sum();
  }

  /** Counts the images by a property, which may be null. */
  public <K> Map<K, Long> by(Function<ImageProfile, K> property) {
    var counts = new HashMap<K, Long>();
    byProfile.forEach(
        (image, number) -> counts.merge(property.apply(image), (long) number, Long::sum));
    return counts;
  }

  /** Counts the images by properties of which an image can have several. */
  public <K> Map<K, Long> byEach(Function<ImageProfile, Set<K>> properties) {
    var counts = new HashMap<K, Long>();
    byProfile.forEach(
        (image, number) ->
            properties.apply(image).forEach(key -> counts.merge(key, (long) number, Long::sum)));
    return counts;
  }
}
