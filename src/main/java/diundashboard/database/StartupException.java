package diundashboard.database;

/** The application cannot run; the message is a sentence for its operator that says what to do. */
final class StartupException extends RuntimeException {

  StartupException(String message, Throwable cause) {
    super(message, cause);
  }
}
