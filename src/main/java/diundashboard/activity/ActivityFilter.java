package diundashboard.activity;

import diundashboard.images.Image;
import java.time.Instant;
import java.util.List;

/**
 * Which part of the activity somebody asks for; null for all.
 *
 * @param image a key
 * @param host a hostname, or a host's own name, which stands for all that was merged into it
 * @param kinds one of them; none for all
 * @param from the earliest moment
 * @param to the moment before which it ends
 */
public record ActivityFilter(
    String image, String host, List<ActivityKind> kinds, String actor, Instant from, Instant to) {

  /** All activity of one image. */
  public static ActivityFilter of(Image image) {
    return new ActivityFilter(image.key(), null, List.of(), null, null, null);
  }

  /** All activity of some kinds. */
  public static ActivityFilter of(List<ActivityKind> kinds) {
    return new ActivityFilter(null, null, kinds, null, null, null);
  }
}
