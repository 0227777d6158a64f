package diundashboard.inbox;

import static java.util.Comparator.naturalOrder;
import static java.util.function.BinaryOperator.minBy;

import diundashboard.counts.CountedImages;
import diundashboard.counts.ImageProfile;
import diundashboard.counts.ImageProfile.Place;
import diundashboard.counts.NameDao;
import diundashboard.counts.NameDao.HostNames;
import diundashboard.images.UpdateState;
import diundashboard.inbox.Facet.FacetCount;
import diundashboard.inbox.search.SearchQuery;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Counts images from their profiles, like {@link FacetDao}.
 *
 * @param images those to count
 * @param state of the occurrences to count
 * @param tags names by id
 */
record ProfileCounter(
    CountedImages images, UpdateState state, HostNames hosts, Map<Integer, String> tags) {

  /** The facets that profiles tell. Images with the same profile can have other workloads. */
  static final Set<Facet> FACETS = Set.copyOf(EnumSet.complementOf(EnumSet.of(Facet.WORKLOAD)));

  /**
   * Returns a counter of the images that a search finds.
   *
   * @return empty if profiles do not tell which images the search finds
   */
  static Optional<ProfileCounter> of(
      InboxFilter filter, Supplier<CountedImages> all, NameDao names) {
    var search = filter.search();
    if (search.equals(SearchQuery.ALL)) {
      var state = filter.state();
      return Optional.of(of(all.get(), image -> state.includes(image.state()), state, names));
    }
    return search
        .onlyState()
        .filter(state -> filter.state() == UpdateState.ALL)
        .map(state -> of(all.get(), image -> hasPlaceIn(state, image), state, names));
  }

  private static boolean hasPlaceIn(UpdateState state, ImageProfile image) {
    return image.places().stream().anyMatch(place -> state.includes(place.state()));
  }

  private static ProfileCounter of(
      CountedImages all, Predicate<ImageProfile> isFound, UpdateState state, NameDao names) {
    return new ProfileCounter(all.where(isFound), state, names.hosts(), names.tags());
  }

  long total() {
    return images.total();
  }

  /**
   * Returns the number of images for each value of a facet, in no order.
   *
   * @param facet one of {@link #FACETS}
   */
  List<FacetCount> counts(Facet facet) {
    return switch (facet) {
      case TAG -> countsOf(images.by(image -> tags.get(image.tagId())), key -> key);
      case REGISTRY -> countsOf(images.by(ImageProfile::registry), key -> key);
      case HOST ->
          countPlaces(
              place -> hosts.of(place.hostname()).host(),
              place -> hosts.of(place.hostname()).label());
      case STACK -> countPlaces(Place::stack, Place::stackName);
      case STATE -> countStates();
      case KIND -> countPlaces(place -> place.kind().value(), place -> place.kind().value());
      case WORKLOAD -> throw new IllegalArgumentException("Profiles have no workloads");
    };
  }

  /** Some occurrences have two states for the search key {@code is:}. */
  private List<FacetCount> countStates() {
    var counts = new ArrayList<>(countPlaces(ProfileCounter::stateOf, ProfileCounter::stateOf));
    var held =
        images
            .where(image -> image.places().stream().anyMatch(p -> p.isHeld() && isCounted(p)))
            .total();
    if (held > 0) counts.add(new FacetCount(SearchQuery.HELD, SearchQuery.HELD, held));
    return counts;
  }

  /** The state as the search key {@code is:} names it. */
  private static String stateOf(Place place) {
    return place.state() == UpdateState.ACKNOWLEDGED ? "done" : place.state().value();
  }

  /** Of names that differ only in case, the first in alphabetical order is shown. */
  private List<FacetCount> countPlaces(Function<Place, String> key, Function<Place, String> name) {
    var names = new HashMap<String, String>();
    images.byProfile().keySet().stream()
        .flatMap(image -> image.places().stream())
        .filter(this::isCounted)
        .filter(place -> name.apply(place) != null)
        .forEach(place -> names.merge(key.apply(place), name.apply(place), minBy(naturalOrder())));
    return countsOf(images.byEach(image -> image.values(this::isCounted, key)), names::get);
  }

  private boolean isCounted(Place place) {
    return state.includes(place.state());
  }

  private static List<FacetCount> countsOf(Map<String, Long> counts, UnaryOperator<String> name) {
    return counts.entrySet().stream()
        .map(each -> new FacetCount(each.getKey(), name.apply(each.getKey()), each.getValue()))
        .toList();
  }
}
