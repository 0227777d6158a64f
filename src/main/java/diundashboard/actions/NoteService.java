package diundashboard.actions;

import diundashboard.activity.ActivityKind;
import diundashboard.activity.ActivityLog;
import diundashboard.activity.ActivityLog.Entry;
import diundashboard.images.Image;
import diundashboard.images.NoSuchImageException;
import diundashboard.images.UpdateStateDao;
import diundashboard.platform.security.RequiresRole;
import diundashboard.platform.security.Role;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;

/** Sets the notes of images. */
@Stateless
@RequiresRole(Role.EDITOR)
public class NoteService {

  @Inject private UpdateStateDao states;
  @Inject private ActivityLog log;

  /**
   * Replaces the note of an image. An empty one deletes it.
   *
   * @throws NoSuchImageException if the image is unknown
   */
  public void set(Image image, String note) {
    if (!states.setNote(image, note)) throw new NoSuchImageException();
    log.append(Entry.ofImage(Instant.now(), ActivityKind.NOTED, image, note));
  }
}
