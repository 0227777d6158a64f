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

  /**
   * The effect of a notification.
   *
   * @param isNew true if it is the first one of the image
   * @param isReopened true if the image was done or muted, and is pending again
   */
  public record Stored(boolean isNew, boolean isReopened) {

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
    var before = updates.upsert(image, event, body, at);
    var isPending = occurrences.upsert(occurrence, at, policy == ReopenPolicy.NEW_DIGEST);
    if (isPending && before.state() != UpdateState.PENDING) states.refresh(List.of(image.key()));
    var isReopened = isPending && !before.state().isOpen();
    if (isReopened) updates.setPendingSince(image, at);
    return new Stored(before.isNew(), isReopened);
  }
}
