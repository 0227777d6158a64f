package diundashboard.counts;

import diundashboard.images.UpdateState;
import java.util.Set;

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

  /** True if the image is in this state, or if the state is {@link UpdateState#ALL}. */
  public boolean isIn(UpdateState any) {
    return any == UpdateState.ALL || any == state;
  }

  /**
   * True if one of the occurrences is in this state, or if the state is {@link UpdateState#ALL}.
   */
  public boolean hasPlaceIn(UpdateState any) {
    return places.stream().anyMatch(place -> place.isIn(any));
  }

  /**
   * A host and a stack on which the image runs.
   *
   * @param hostname before merges
   * @param stack its name in lower case; null for none
   * @param stackName null for none
   * @param state of the occurrence
   */
  public record Place(String hostname, String stack, String stackName, UpdateState state) {

    /** True if the occurrence is in this state, or if the state is {@link UpdateState#ALL}. */
    public boolean isIn(UpdateState any) {
      return any == UpdateState.ALL || any == state;
    }
  }
}
