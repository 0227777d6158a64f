package diundashboard.actions;

import diundashboard.images.Image;
import diundashboard.images.UpdateConditions;
import diundashboard.images.UpdateState;
import diundashboard.inbox.InboxFilter;
import diundashboard.platform.database.Condition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The occurrences that an action applies to: those that match all criteria. A criterion that is
 * null matches all.
 *
 * @param images of these images
 * @param filter that the filter finds
 * @param tagId of images with this tag
 * @param state in this state
 * @param host on the host with this hostname or name, or on a host merged into it
 * @param workload in this workload
 */
public record Selection(
    List<Image> images,
    InboxFilter filter,
    Integer tagId,
    UpdateState state,
    String host,
    String workload) {

  /** All pending occurrences. */
  public static final Selection PENDING =
      new Selection(null, null, null, UpdateState.PENDING, null, null);

  /** All occurrences of an image. */
  public static Selection of(Image image) {
    return new Selection(List.of(image), null, null, null, null, null);
  }

  /** The pending occurrences of the images with a tag. */
  public static Selection pendingWithTag(int tagId) {
    return new Selection(null, null, tagId, UpdateState.PENDING, null, null);
  }

  /** Returns the condition that rows of {@code occurrences o} and {@code updates u} match. */
  Condition condition(Instant now) {
    var conditions = new ArrayList<Condition>();
    if (images != null) conditions.add(UpdateConditions.of(images));
    if (filter != null) conditions.add(filter.at(now).occurrences());
    if (tagId != null)
      conditions.add(
          Condition.of("u.image IN (SELECT image FROM tag_assignments WHERE tag_id = ?)", tagId));
    if (state != null) conditions.add(state.occurrence());
    conditions.add(UpdateConditions.occurrenceAt(host, workload));
    return Condition.all(conditions);
  }

  /** True if the host is the only criterion. */
  boolean isHost() {
    return host != null && workload == null && images == null && filter == null && tagId == null;
  }

  /** True if the selection contains all occurrences of its images, whatever their host. */
  boolean isWholeImages() {
    return images != null && filter == null && state == null && host == null && workload == null;
  }
}
