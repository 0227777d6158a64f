package diundashboard.platform.database;

import jakarta.ejb.ApplicationException;

/**
 * A statement failed although the database is available, see {@link DatabaseUnavailableException}
 * otherwise.
 */
@ApplicationException(rollback = true)
public final class DatabaseException extends RuntimeException {

  /** The kind of failure. */
  public enum Kind {
    /** A constraint of the schema was violated. */
    CONSTRAINT,
    /** A bug of the application. */
    BUG
  }

  private final Kind kind;

  DatabaseException(Kind kind, Throwable cause) {
    super(cause.getMessage(), cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
