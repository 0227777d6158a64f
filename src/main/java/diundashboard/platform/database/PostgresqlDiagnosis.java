package diundashboard.platform.database;

import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** Explains failures of PostgreSQL. Names missing privileges as the statements that grant them. */
record PostgresqlDiagnosis(DataSource source) {

  private static final String GRANTS =
      "The PostgreSQL user of the DataSource lacks a privilege (%s). Let an administrator run: %s";

  /** In the messages of Flyway, which has no class for them. */
  private static final String FLYWAY_LOCK = "PostgreSQL advisory lock";

  private static final String OTHER_SERVER =
      "Another server is migrating the schema. Wait until it has finished.";

  /** Explains the failure, or empty if its cause is unknown. */
  Optional<String> explain(Throwable failure) {
    var reason = Failures.reason(failure);
    var fault = Failures.sqlExceptionIn(failure).flatMap(PostgresqlFault::of);
    if (fault.filter(PostgresqlFault.MISSING_PRIVILEGE::equals).isPresent()) {
      var grants = missingPrivileges();
      if (!grants.isEmpty()) return Optional.of(GRANTS.formatted(reason, grants));
    }
    return fault
        .map(known -> known.sentence(reason))
        .or(() -> Optional.of(OTHER_SERVER).filter(sentence -> reason.contains(FLYWAY_LOCK)));
  }

  private String missingPrivileges() {
    try (var connection = source.getConnection()) {
      return PostgresqlPrivileges.missing(connection);
    } catch (SQLException e) {
      return ""; // the privilege to connect, for example
    }
  }
}
