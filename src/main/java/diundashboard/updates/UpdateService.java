package diundashboard.updates;

import diundashboard.images.Image;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;

/**
 * What can be done with updates. Every operation is a single statement, so none needs a
 * transaction.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class UpdateService {

  @Inject private UpdateDao updates;

  /** All updates by {@link Image#key()}, the newest first. */
  public Map<String, Update> all() {
    return updates.all();
  }

  /** Marks an update as seen to; says whether there is one. */
  public boolean acknowledge(Image image) {
    return updates.acknowledge(image, Instant.now());
  }

  /** Marks all pending updates as seen to, and says how many. */
  public int acknowledgeAll() {
    return updates.acknowledgeAll(Instant.now());
  }

  /** Marks the pending updates of one tag as seen to, and says how many. */
  public int acknowledgeByTag(int tagId) {
    return updates.acknowledgeByTag(tagId, Instant.now());
  }
}
