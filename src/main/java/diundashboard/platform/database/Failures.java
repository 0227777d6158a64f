package diundashboard.platform.database;

import diundashboard.platform.config.StartupException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the cause of a failure that servers and Flyway have wrapped. */
final class Failures {

  /** Payara replaces the driver's exception by one with this text and the message. */
  private static final String PAYARA = "The connection could not be allocated: ";

  private Failures() {}

  /** Returns the failure and its causes. */
  static Stream<Throwable> chain(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
  }

  /** Returns the exception of the driver: the last one, because others wrap it. */
  static Optional<SQLException> sqlExceptionIn(Throwable failure) {
    return chain(failure)
        .filter(SQLException.class::isInstance)
        .map(SQLException.class::cast)
        .reduce((wrapper, cause) -> cause);
  }

  /** Returns the message of the first cause in one line, without the position in the statement. */
  static String reason(Throwable failure) {
    var root = StartupException.rootOf(failure);
    var message = Objects.requireNonNullElse(root.getMessage(), root.toString());
    if (root instanceof UnknownHostException) return "unknown host " + message;
    return message
        .replace(PAYARA, "")
        .strip()
        .replaceAll("\\R\\s*Position: \\d+$", "")
        .replaceAll("\\s*\\R\\s*", " ");
  }
}
