package diundashboard.holds;

import diundashboard.activity.ActivityKind;
import diundashboard.activity.ActivityLog;
import diundashboard.activity.ActivityLog.Entry;
import diundashboard.images.Image;
import diundashboard.platform.security.RequiresRole;
import diundashboard.platform.security.Role;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads and changes how long new digests of single images are held back. */
@Stateless
@RequiresRole(Role.EDITOR)
public class ImageHoldService {

  @Inject private ImageHoldDao holds;
  @Inject private ActivityLog log;

  /** Returns all images with a time of their own, by name. */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  @RequiresRole(Role.VIEWER)
  public List<ImageHold> list() {
    return holds.list();
  }

  /**
   * Sets or removes the time for all tags of an image. It applies to digests that are reported
   * afterwards.
   *
   * @param hold empty to remove it
   */
  public void set(Image image, Optional<String> hold) {
    var isChanged =
        hold.map(time -> holds.set(new ImageHold(image.name(), time)))
            .orElseGet(() -> holds.delete(image.name()));
    if (!isChanged) return;
    log.append(Entry.ofImage(Instant.now(), ActivityKind.HOLD_CHANGED, image, hold.orElse("")));
  }
}
