package diundashboard.actions;

import diundashboard.activity.ActivityKind;
import diundashboard.activity.ActivityLog;
import diundashboard.activity.ActivityLog.Entry;
import diundashboard.images.Image;
import diundashboard.images.NoSuchImageException;
import diundashboard.images.OccurrenceStateDao;
import diundashboard.images.UpdateConditions;
import diundashboard.images.UpdateStateDao;
import diundashboard.platform.security.RequiresRole;
import diundashboard.platform.security.Role;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** Sets the notes of images. */
@Stateless
@RequiresRole(Role.EDITOR)
public class NoteService {

  @Inject private UpdateStateDao images;
  @Inject private OccurrenceStateDao occurrences;
  @Inject private ActivityLog log;

  /**
   * Replaces the notes of all occurrences of an image. An empty one deletes it.
   *
   * @throws NoSuchImageException if the image is unknown
   */
  public void set(Image image, String note) {
    var locked = images.lock(UpdateConditions.of(List.of(image)));
    if (locked.keys().isEmpty()) throw new NoSuchImageException();
    occurrences.setNote(image, note);
    images.refresh(locked.keys());
    log.append(Entry.ofImage(Instant.now(), ActivityKind.NOTED, image, note));
  }
}
