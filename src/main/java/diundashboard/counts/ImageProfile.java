package diundashboard.counts;

import static java.util.Comparator.naturalOrder;
import static java.util.stream.Collectors.toSet;

import diundashboard.images.UpdateState;
import diundashboard.versions.ChangeKind;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The properties by which an image is counted. Many images have the same.
 *
 * @param tagId null for an image without a tag
 * @param state of the image
 * @param places where it runs
 */
public record ImageProfile(String registry, Integer tagId, UpdateState state, Set<Place> places) {

  public ImageProfile {
    places = Set.copyOf(places);
  }

  /** True if the image is neither done nor muted. */
  public boolean isOpen() {
    return state.isOpen();
  }

  /** Returns the riskiest kind of change at an open place, or nothing for an image without one. */
  public Set<ChangeKind> riskiestKind() {
    return values(Place::isOpen, Place::kind).stream().min(naturalOrder()).stream()
        .collect(toSet());
  }

  /** Returns the distinct values of a property of those places that match a condition. */
  public <T> Set<T> values(Predicate<Place> condition, Function<Place, T> property) {
    return places.stream().filter(condition).map(property).collect(toSet());
  }

  /**
   * A host and a stack on which the image runs.
   *
   * @param hostname before merges
   * @param stack its name in lower case; null for none
   * @param stackName null for none
   * @param state of the occurrence
   * @param isHeld true if the occurrence is snoozed because its digest is held back
   * @param kind of the change there
   */
  public record Place(
      String hostname,
      String stack,
      String stackName,
      UpdateState state,
      boolean isHeld,
      ChangeKind kind) {

    /** True if the occurrence is neither done nor muted. */
    public boolean isOpen() {
      return state.isOpen();
    }
  }
}
