package diundashboard.platform.database;

import diundashboard.platform.problem.ProblemCode;
import diundashboard.platform.problem.ProblemException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import java.sql.SQLException;
import java.util.Map;

/** The database is unreachable, full or locked: 503. The same request may succeed later. */
public class DatabaseUnavailableException extends ProblemException {

  private static final String RETRY_AFTER_SECONDS = "10";

  DatabaseUnavailableException(SQLException cause) {
    super(
        Status.SERVICE_UNAVAILABLE,
        ProblemCode.DATABASE_UNAVAILABLE,
        Map.of(),
        "The database is unavailable. Try again in a few seconds.",
        null,
        Map.of(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS));
    initCause(cause);
  }

  /** The database did not answer in time. */
  public DatabaseUnavailableException() {
    this(null);
  }
}
