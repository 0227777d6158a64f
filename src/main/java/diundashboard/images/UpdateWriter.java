package diundashboard.images;

import diundashboard.platform.config.ReopenPolicy;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** Stores notifications: the update of the image, and its occurrence. */
@Dependent
public class UpdateWriter {

  @Inject private UpdateDao updates;
  @Inject private UpdateStateDao states;
  @Inject private OccurrenceDao occurrences;
  @Inject private DigestMoveDao moves;

  /**
   * The effect of a notification.
   *
   * @param isNew true if it is the first one of the image, and the image is pending
   * @param isReopened true if the image was done or muted, and is pending again
   * @param left the references that the occurrence has left
   */
  public record Stored(boolean isNew, boolean isReopened, List<DigestMoveDao.Left> left) {

    /** True if the image was not pending before. */
    public boolean isOpened() {
      return isNew || isReopened;
    }
  }

  /**
   * Stores a notification in the caller's transaction. Locks the image first, so that concurrent
   * notifications of one image are stored one after the other.
   *
   * @param body the notification as received
   */
  public Stored store(
      DiunEvent event, Occurrence occurrence, String body, Instant at, ReopenPolicy policy) {
    var image = occurrence.image();
    var left = moves.move(occurrence);
    var before = updates.upsert(image, event, body, at);
    var isPending = occurrences.upsert(occurrence, at, policy == ReopenPolicy.NEW_DIGEST);
    var isChanged = isPending && before.state() != UpdateState.PENDING;
    if (isChanged || !left.isEmpty()) states.refresh(List.of(image.key()));
    var isReopened = isPending && !before.state().isOpen();
    if (isReopened) updates.setPendingSince(image, at);
    return new Stored(before.isNew() && isPending, isReopened, left);
  }
}
