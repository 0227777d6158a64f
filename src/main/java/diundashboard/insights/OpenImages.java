package diundashboard.insights;

import static java.util.stream.Collectors.toSet;

import diundashboard.counts.ImageProfile;
import diundashboard.counts.ImageProfile.Place;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * Counts the images that are pending or snoozed.
 *
 * @param images the number of images of each profile
 */
record OpenImages(Map<ImageProfile, Integer> images) {

  /** Returns the numbers by the id of the tag; null for images without one. */
  Map<Integer, Long> byTag() {
    return count(image -> ifOpen(image, image.tagId()));
  }

  Map<String, Long> byRegistry() {
    return count(image -> ifOpen(image, image.registry()));
  }

  /**
   * Returns the numbers of images that are open on a host.
   *
   * @param hosts the host that each hostname counts as
   */
  Map<String, Long> byHost(Map<String, String> hosts) {
    return count(
        image ->
            image.places().stream()
                .filter(place -> place.state().isOpen())
                .map(Place::hostname)
                .map(hosts::get)
                .filter(Objects::nonNull)
                .collect(toSet()));
  }

  private static <K> Collection<K> ifOpen(ImageProfile image, K key) {
    return image.state().isOpen() ? Collections.singleton(key) : List.of();
  }

  private <K> Map<K, Long> count(Function<ImageProfile, Collection<K>> keys) {
    var counts = new HashMap<K, Long>();
    images.forEach(
        (image, number) ->
            keys.apply(image).forEach(key -> counts.merge(key, (long) number, Long::sum)));
    return counts;
  }
}
