package diundashboard.platform.backup;

import diundashboard.platform.problem.ProblemCode;
import diundashboard.platform.problem.ProblemException;
import jakarta.ws.rs.core.Response.Status;
import java.util.Map;

/** Another client downloads a backup: 409. */
public final class BackupRunningException extends ProblemException {

  BackupRunningException() {
    super(
        Status.CONFLICT,
        ProblemCode.BACKUP_RUNNING,
        Map.of(),
        "Another backup is being downloaded. Try again when it has ended.");
  }
}
