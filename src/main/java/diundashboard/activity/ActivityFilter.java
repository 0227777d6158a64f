package diundashboard.activity;

import diundashboard.images.Image;
import java.time.Instant;
import java.util.List;

/**
 * A filter of the activity log. Null matches everything.
 *
 * @param image a key
 * @param host a hostname or a host's name; includes hosts merged into it
 * @param kinds empty matches everything
 * @param from inclusive
 * @param to exclusive
 */
public record ActivityFilter(
    String image, String host, List<ActivityKind> kinds, String actor, Instant from, Instant to) {

  /** Matches the activity of one image. */
  public static ActivityFilter of(Image image) {
    return new ActivityFilter(image.key(), null, List.of(), null, null, null);
  }

  /** Matches the activity of some kinds. */
  public static ActivityFilter of(List<ActivityKind> kinds) {
    return new ActivityFilter(null, null, kinds, null, null, null);
  }
}
