package diundashboard.inbox;

import static java.util.Collections.singleton;
import static java.util.stream.Collectors.toSet;

import diundashboard.counts.ImageProfile;
import diundashboard.images.UpdateState;
import diundashboard.inbox.Facet.FacetCount;
import diundashboard.inbox.FacetNameDao.HostName;
import diundashboard.inbox.search.SearchQuery;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Counts images from their profiles, like {@link FacetDao}.
 *
 * @param images the number of images of each profile, only of those to count
 * @param state of the occurrences to count
 * @param hosts by hostname
 * @param tags names by id
 */
record ProfileCounter(
    Map<ImageProfile, Integer> images,
    UpdateState state,
    Map<String, HostName> hosts,
    Map<Integer, String> tags) {

  /**
   * Returns a counter of the images that a search without words finds.
   *
   * @param all the number of images of each profile
   * @return empty if profiles do not tell which images the search finds
   */
  static Optional<ProfileCounter> of(
      InboxFilter filter, Supplier<Map<ImageProfile, Integer>> all, FacetNameDao names) {
    var search = filter.search();
    if (search.equals(SearchQuery.ALL)) {
      var state = filter.state();
      return Optional.of(of(all.get(), image -> image.isIn(state), state, names));
    }
    return search
        .onlyState()
        .filter(state -> filter.state() == UpdateState.ALL)
        .map(state -> of(all.get(), image -> image.hasPlaceIn(state), state, names));
  }

  private static ProfileCounter of(
      Map<ImageProfile, Integer> all,
      Predicate<ImageProfile> isCounted,
      UpdateState state,
      FacetNameDao names) {
    var images = new HashMap<>(all);
    images.keySet().removeIf(isCounted.negate());
    return new ProfileCounter(images, state, names.hosts(), names.tags());
  }

  long total() {
    return images.values().stream().mapToLong(Integer::longValue).sum();
  }

  /** Returns the number of images for each value of a facet, in no order. */
  List<FacetCount> counts(Facet facet) {
    return switch (facet) {
      case TAG -> count(image -> singleton(Value.of(tags.get(image.tagId()))));
      case REGISTRY -> count(image -> singleton(Value.of(image.registry())));
      case HOST -> countPlaces(place -> hostOf(place.hostname()));
      case STACK -> countPlaces(place -> new Value(place.stack(), place.stackName()));
      case STATE -> countPlaces(place -> Value.of(nameOf(place.state())));
    };
  }

  private Value hostOf(String hostname) {
    var host = hosts.get(hostname);
    return host == null ? Value.of(hostname) : new Value(host.host(), host.name());
  }

  /** The state as the search key {@code is:} names it. */
  private static String nameOf(UpdateState state) {
    return state == UpdateState.ACKNOWLEDGED ? "done" : state.value();
  }

  private List<FacetCount> countPlaces(Function<ImageProfile.Place, Value> value) {
    return count(
        image ->
            image.places().stream().filter(each -> each.isIn(state)).map(value).collect(toSet()));
  }

  private List<FacetCount> count(Function<ImageProfile, Set<Value>> values) {
    var counts = new HashMap<String, FacetCount>();
    images.forEach(
        (image, number) -> {
          var keys = new HashMap<String, FacetCount>();
          for (var value : values.apply(image)) {
            keys.merge(value.key, value.count(number), ProfileCounter::sameImages);
          }
          keys.forEach((key, count) -> counts.merge(key, count, ProfileCounter::otherImages));
        });
    return List.copyOf(counts.values());
  }

  private static FacetCount sameImages(FacetCount one, FacetCount other) {
    return new FacetCount(one.key(), first(one.name(), other.name()), one.count());
  }

  private static FacetCount otherImages(FacetCount one, FacetCount other) {
    return new FacetCount(one.key(), first(one.name(), other.name()), one.count() + other.count());
  }

  private static String first(String one, String other) {
    return one == null || one.compareTo(other) <= 0 ? one : other;
  }

  /**
   * A value of a facet.
   *
   * @param name as shown to users, which may differ in case for the same key
   */
  private record Value(String key, String name) {

    static Value of(String text) {
      return new Value(text, text);
    }

    FacetCount count(long number) {
      return new FacetCount(key, name, number);
    }
  }
}
