package diundashboard.platform.backup;

import diundashboard.platform.problem.ExtraStatus;
import diundashboard.platform.problem.ProblemCode;
import diundashboard.platform.problem.ProblemException;
import java.util.Map;

/** The disk of the database has too little space for a copy: 507. */
public final class InsufficientStorageException extends ProblemException {

  /**
   * @param needed bytes for the copy and for what others write meanwhile
   * @param free bytes
   */
  InsufficientStorageException(long needed, long free) {
    super(
        ExtraStatus.INSUFFICIENT_STORAGE,
        ProblemCode.INSUFFICIENT_STORAGE,
        Map.of("needed_bytes", needed, "free_bytes", free),
        "A backup needs %d bytes on the disk of the database, and %d are free. Free disk space."
            .formatted(needed, free));
  }
}
