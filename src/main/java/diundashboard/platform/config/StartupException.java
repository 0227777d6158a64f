package diundashboard.platform.config;

/** The application cannot run; the message is a sentence for its operator that says what to do. */
public final class StartupException extends RuntimeException {

  private final boolean retryable;

  private StartupException(String message, boolean passing, Throwable cause) {
    super(message, cause);
    this.retryable = passing;
  }

  /** Something outside is missing, and may come: trying again makes sense. */
  public static StartupException retryable(String message, Throwable cause) {
    return new StartupException(message, true, cause);
  }

  /** Only the operator can mend it, with a restart. */
  public static StartupException fatal(String message, Throwable cause) {
    return new StartupException(message, false, cause);
  }

  public boolean isPassing() {
    return retryable;
  }
}
