package diundashboard.platform.database;

import java.sql.SQLException;

/**
 * Another transaction holds the lock of a row for longer than the statement waits, see {@link
 * Dialect#limitLockWaits}. Other rows can be changed.
 */
public final class LockTimeoutException extends DatabaseUnavailableException {

  LockTimeoutException(SQLException cause) {
    super(cause);
  }
}
