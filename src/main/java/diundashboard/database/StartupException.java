package diundashboard.database;

/** The application cannot run; the message is a sentence for its operator that says what to do. */
final class StartupException extends RuntimeException {

  private final boolean passing;

  private StartupException(String message, boolean passing, Throwable cause) {
    super(message, cause);
    this.passing = passing;
  }

  /** Something outside is missing, and may come: trying again makes sense. */
  static StartupException passing(String message, Throwable cause) {
    return new StartupException(message, true, cause);
  }

  /** Only the operator can mend it, with a restart. */
  static StartupException lasting(String message, Throwable cause) {
    return new StartupException(message, false, cause);
  }

  boolean isPassing() {
    return passing;
  }
}
