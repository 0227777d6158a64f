package diundashboard.activity.retention;

import java.time.Instant;

/** A table from which rows older than the retention period are deleted. */
public interface Prunable {

  /** True if there are rows to delete. Only reads, so it never waits for a writer. */
  boolean hasRowsBefore(Instant moment);

  /**
   * Deletes the oldest rows from before a moment.
   *
   * @param limit maximum number of rows
   * @return how many rows were deleted
   */
  int deleteBefore(Instant moment, int limit);
}
