package diundashboard.platform.backup;

import diundashboard.platform.problem.ProblemCode;
import diundashboard.platform.problem.ProblemException;
import jakarta.ws.rs.core.Response.Status;
import java.util.Map;

/** Only PostgreSQL's own tool makes a backup of the database: 409. */
public final class DumpRequiredException extends ProblemException {

  /**
   * @param command for a shell, without the password
   */
  DumpRequiredException(String command) {
    super(
        Status.CONFLICT,
        ProblemCode.DUMP_REQUIRED,
        Map.of("command", command),
        "The database is PostgreSQL. Make a backup with: " + command);
  }
}
