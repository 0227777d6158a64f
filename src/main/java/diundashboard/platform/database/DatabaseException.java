package diundashboard.platform.database;

import jakarta.ejb.ApplicationException;

/** A statement failed. */
@ApplicationException(rollback = true)
public final class DatabaseException extends RuntimeException {

  /** What kind of failure it is, as far as a caller can do something about it. */
  public enum Kind {
    /** The database is away, full or locked: the same request may work later. */
    UNAVAILABLE,
    /** A rule of the schema was broken. */
    CONSTRAINT,
    /** A fault of ours. */
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
