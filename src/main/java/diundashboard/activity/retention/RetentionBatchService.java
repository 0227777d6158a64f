package diundashboard.activity.retention;

import diundashboard.platform.security.Public;
import jakarta.ejb.Stateless;
import java.time.Instant;

/**
 * Deletes a batch of old rows in a transaction, whose locks make other servers wait that delete the
 * same rows.
 */
@Stateless
@Public("the timer has no caller")
public class RetentionBatchService {

  /** Rows deleted at once. Few, so that writers do not wait long. */
  private static final int SIZE = 500;

  /** Deletes the oldest rows of a table from before a moment. */
  public void delete(Prunable table, Instant moment) {
    table.deleteBefore(moment, SIZE);
  }
}
