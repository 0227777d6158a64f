package diundashboard.platform.config;

/** The application cannot start. The message names the error and its remedy for the operator. */
public class StartupException extends RuntimeException {

  private final boolean retryable;

  StartupException(String message, boolean retryable, Throwable cause) {
    super(message, cause);
    this.retryable = retryable;
  }

  /** A failure of an external system, such as the database. The startup is retried. */
  public static StartupException retryable(String message, Throwable cause) {
    return new StartupException(message, true, cause);
  }

  /** A failure that only the operator can fix, followed by a restart. */
  public static StartupException fatal(String message, Throwable cause) {
    return new StartupException(message, false, cause);
  }

  /** Returns the first cause of a failure, or the failure itself. */
  public static Throwable rootOf(Throwable failure) {
    return failure.getCause() == null ? failure : rootOf(failure.getCause());
  }

  public boolean isRetryable() {
    return retryable;
  }
}
